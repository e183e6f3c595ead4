package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.CollectProgress;
import dev.rewarddesk.collect.session.CollectReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What runs did, in words. */
final class CollectText {

    private static final int BAR = 20;

    private CollectText() {}

    /** One line while it runs. */
    static String line(CollectProgress progress) {
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

    static String summary(CollectReport report) {
        String reasons = report.reasons().stream()
                .map(each -> "\n  " + each.text() + (each.isForTheOwnerToAllow() ? "; --allow-private allows it" : ""))
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                "Session %s (%s%s): %d pages; images: %d new, %d there already, %d alike, %d not taken; %.1f MB in %.1f s.%s",
                report.session(),
                report.state(),
                report.dryRun() ? ", dry run" : "",
                report.pages().read(),
                report.images().created(),
                report.images().duplicate(),
                report.images().near(),
                report.images().refused(),
                report.bytes() / 1e6,
                report.seconds(),
                reasons.isEmpty() ? "" : "\nNot taken:" + reasons);
    }

    static String list(List<CollectReport> reports) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SESSION", "STATE", "PAGES", "NEW", "DUPLICATE", "ALIKE", "REFUSED", "WAITING", "BEGINS AT"));
        for (CollectReport report : reports) {
            rows.add(List.of(
                    report.session(),
                    report.state(),
                    Long.toString(report.pages().read()),
                    Long.toString(report.images().created()),
                    Long.toString(report.images().duplicate()),
                    Long.toString(report.images().near()),
                    Long.toString(report.images().refused()),
                    Long.toString(report.pages().waiting() + report.images().waiting()),
                    String.join(" ", report.urls())));
        }
        return Terminal.table(rows);
    }
}
