package dev.rewarddesk.cli;

import dev.rewarddesk.model.ActivationCase;
import dev.rewarddesk.model.Comparison;
import dev.rewarddesk.model.Difference;
import dev.rewarddesk.model.Estimate;
import dev.rewarddesk.model.Evidence;
import dev.rewarddesk.model.EvidenceSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Evidence in words and columns, for a terminal. */
final class EvidenceText {

    private static final String UNKNOWN = "-";

    private EvidenceText() {}

    /** What activating would mean. */
    static String of(ActivationCase activation) {
        StringBuilder text = new StringBuilder("From %s to %s.\n"
                .formatted(
                        activation.from() == null ? "none" : activation.from().version(),
                        activation.to().version()));
        text.append("%s: %s\n".formatted(activation.to().version(), line(activation.evidence())));
        if (activation.from() != null && activation.previous() != null) {
            text.append("%s: %s\n".formatted(activation.from().version(), line(activation.previous())));
            text.append("Difference: %s\n".formatted(line(activation.difference())));
        }
        activation.warnings().forEach(warning -> text.append("Guard rail: %s\n".formatted(warning.message())));
        return text.toString().stripTrailing();
    }

    /** All about one. */
    static String of(Evidence evidence) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("CATEGORY", "REWARDS", "MEAN", "95 % INTERVAL"));
        evidence.byCategory()
                .forEach(one -> rows.add(List.of(
                        category(one.category()),
                        String.valueOf(one.rewards()),
                        number(one.reward().mean()),
                        interval(one.reward()))));
        Double alpha = evidence.agreement().alpha();
        return """
                %s: %s
                Training recorded %s; measured minus recorded: %s.
                Positive %d, neutral %d, negative %d; median time %s s.
                Agreement (Krippendorff's alpha) %s over %d responses scored by several.
                %s""".formatted(
                        evidence.checkpoint().version(),
                        line(evidence.summary()),
                        number(evidence.checkpoint().avgReward()),
                        number(evidence.recordedDifference()),
                        evidence.summary().positive(),
                        evidence.summary().neutral(),
                        evidence.summary().negative(),
                        number(evidence.summary().medianSeconds()),
                        number(alpha),
                        evidence.agreement().responses(),
                        Terminal.table(rows));
    }

    /** One beside another. */
    static String of(Comparison comparison) {
        String one = comparison.first().checkpoint().version();
        String other = comparison.second().checkpoint().version();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("CATEGORY", one, other, "DIFFERENCE", "95 % INTERVAL"));
        comparison
                .byCategory()
                .forEach(row -> rows.add(List.of(
                        category(row.category()),
                        mean(row.first()),
                        mean(row.second()),
                        number(row.difference().mean()),
                        interval(row.difference().low(), row.difference().high()))));
        return """
                %s: %s
                %s: %s
                %s minus %s: %s
                On the %d images that both answered: %s %s
                %s""".formatted(
                        one,
                        line(comparison.first().summary()),
                        other,
                        line(comparison.second().summary()),
                        one,
                        other,
                        line(comparison.difference()),
                        comparison.paired().n(),
                        number(comparison.paired().mean()),
                        interval(comparison.paired()),
                        Terminal.table(rows));
    }

    private static String line(EvidenceSummary summary) {
        return "mean reward %s %s; %d rewards on %d responses by %d people"
                .formatted(
                        number(summary.reward().mean()),
                        interval(summary.reward()),
                        summary.rewards(),
                        summary.responses(),
                        summary.reviewers());
    }

    private static String line(Difference difference) {
        Double better = difference.probabilityBetter();
        return "%s %s, better with a probability of %s"
                .formatted(
                        number(difference.mean()),
                        interval(difference.low(), difference.high()),
                        better == null ? UNKNOWN : String.format(Locale.ROOT, "%.0f %%", better * 100));
    }

    private static String category(String name) {
        return name.isEmpty() ? "(no image)" : name;
    }

    private static String mean(@Nullable Estimate estimate) {
        return number(estimate == null ? null : estimate.mean());
    }

    private static String interval(Estimate estimate) {
        return interval(estimate.low(), estimate.high());
    }

    private static String interval(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null ? UNKNOWN : "[%s, %s]".formatted(number(low), number(high));
    }

    private static String number(@Nullable Double value) {
        return value == null ? UNKNOWN : String.format(Locale.ROOT, "%.3f", value);
    }
}
