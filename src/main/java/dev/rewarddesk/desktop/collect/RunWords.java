package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectProgress;
import dev.rewarddesk.collect.session.CollectProgress.Stage;
import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.collect.session.ReasonCount;
import dev.rewarddesk.desktop.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A run in words. */
final class RunWords {

    private static final long MINUTE = 60;

    private RunWords() {}

    /** How fast it goes, and for how long yet. */
    static String pace(CollectProgress now) {
        List<String> parts = new ArrayList<>();
        parts.add(Texts.of("collect.bytes", now.bytes() / 1e6));
        parts.add(Texts.of("collect.rate", now.rate()));
        if (now.stage() == Stage.ENDED) {
            parts.add(Texts.of("collect.took", duration(now.worked())));
        } else {
            parts.add(Texts.of("collect.worked", duration(now.worked())));
            now.left().ifPresent(left -> parts.add(Texts.of("collect.left", duration(left))));
        }
        return String.join(" · ", parts);
    }

    /** How many pages or images were not taken, and why, by the code under which they were counted. */
    static String reason(String code, long count) {
        ReasonCount reason = ReasonCount.of(code, count);
        return Texts.of(reason.ofPages() ? "collect.reason.page" : "collect.reason.image", count, reason.words());
    }

    /** A report's state. */
    static String state(String state) {
        return Texts.of("collect.state." + state);
    }

    /** What there is to say at the end. */
    static String ending(CollectReport report) {
        String counts = Texts.of(
                report.dryRun() ? "collect.ending.dry" : "collect.ending",
                report.images().created(),
                report.images().duplicate(),
                report.images().near());
        List<String> sentences = new ArrayList<>(List.of(counts));
        if (!report.message().isEmpty()) {
            sentences.add(report.message());
        }
        if (report.canGoOn()) {
            sentences.add(Texts.of("collect.ending.resumable"));
        }
        return String.join(" ", sentences);
    }

    /** A run's counts. */
    static String facts(CollectReport report) {
        return String.join(
                        " · ",
                        Texts.of(
                                "collect.fact.pages",
                                report.pages().read(),
                                report.pages().refused()),
                        Texts.of(
                                "collect.fact.images",
                                report.images().created(),
                                report.images().duplicate(),
                                report.images().near()),
                        Texts.of("collect.fact.not-taken", report.images().refused()),
                        Texts.of(
                                "collect.fact.waiting",
                                report.pages().waiting() + report.images().waiting()),
                        Texts.of("collect.bytes", report.bytes() / 1e6),
                        duration(Duration.ofMillis((long) (report.seconds() * 1000))))
                + (report.message().isEmpty() ? "" : "\n" + report.message());
    }

    /** What a run was to do, as far as it is not as usual, in a few lines. */
    static String settings(CollectSettings settings) {
        List<String> parts = new ArrayList<>();
        parts.add(Texts.of(
                "collect.setting.bounds",
                settings.bounds().pages(),
                settings.bounds().images(),
                settings.bounds().depth()));
        parts.add(Texts.of(
                "collect.setting.size",
                settings.images().minWidth(),
                settings.images().minHeight()));
        if (!settings.category().isEmpty()) {
            parts.add(Texts.of("collect.setting.category", settings.category()));
        }
        settings.rules().forEach(rule -> parts.add(rule.written()));
        if (settings.anySite()) {
            parts.add(Texts.of("collect.any-site"));
        }
        if (settings.allowPrivate()) {
            parts.add(Texts.of("collect.allow-private"));
        }
        if (settings.dryRun()) {
            parts.add(Texts.of("collect.dry-run"));
        }
        return String.join(" · ", parts);
    }

    static String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < MINUTE
                ? Texts.of("collect.seconds", seconds)
                : seconds < MINUTE * MINUTE
                        ? Texts.of("collect.minutes", seconds / MINUTE, seconds % MINUTE)
                        : Texts.of("collect.hours", seconds / MINUTE / MINUTE, seconds / MINUTE % MINUTE);
    }
}
