package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.CollectProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line of a terminal that says how far a run is. */
final class ProgressLine {

    private static final int BAR = 20;

    private final PrintWriter err;
    private final boolean watched;
    private int shown;

    /** @param watched whether anybody looks; nothing is printed otherwise */
    ProgressLine(PrintWriter err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    synchronized void show(CollectProgress progress) {
        if (!watched) {
            return;
        }
        String line = text(progress);
        err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        err.flush();
        shown = line.length();
    }

    /** Leaves the line. */
    synchronized void end() {
        if (shown > 0) {
            err.println();
            err.flush();
        }
        shown = 0;
    }

    static String text(CollectProgress progress) {
        long done = progress.pages() + progress.images();
        long all = done + progress.pagesWaiting() + progress.imagesWaiting();
        int filled = all == 0 ? 0 : (int) (BAR * done / all);
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d pages, %d of %d images, %d new, %d alike, %.1f/s, %.1f MB%s",
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                progress.pages(),
                progress.pages() + progress.pagesWaiting(),
                progress.images(),
                progress.images() + progress.imagesWaiting(),
                progress.newImages(),
                progress.near(),
                progress.rate(),
                progress.bytes() / 1e6,
                progress.left().map(left -> ", " + time(left) + " left").orElse(""));
    }

    private static String time(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }
}
