package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.CollectReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What runs did, in words. */
final class CollectText {

    private CollectText() {}

    static String summary(CollectReport report) {
        String reasons = report.refused().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
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
                reasons.isEmpty() ? "" : "\nNot taken: " + reasons + ".");
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
