package dev.rewarddesk.desktop.comparison;

import dev.rewarddesk.desktop.chart.Figures;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Comparison;
import dev.rewarddesk.model.Difference;
import dev.rewarddesk.model.Estimate;
import org.jspecify.annotations.Nullable;

/** What a comparison comes to, in sentences. */
final class Verdict {

    private static final double ALMOST_SURE = 0.975;
    private static final double PROBABLE = 0.9;
    private static final double LEANING = 0.7;

    private Verdict() {}

    /** Whether the first is better than the second, how sure that is, and by how much. */
    static String of(Comparison comparison) {
        String first = comparison.first().checkpoint().version();
        String second = comparison.second().checkpoint().version();
        Difference difference = comparison.difference();
        Double mean = difference.mean();
        Double better = difference.probabilityBetter();
        if (mean == null) {
            return Texts.of("comparison.verdict.none", first, second);
        }
        if (better == null) {
            return Texts.of("comparison.verdict.unsure", first, by(mean, null, null), second);
        }
        double sure = Math.max(better, 1 - better);
        String probability = Figures.probability(sure);
        String by = by(mean, difference.low(), difference.high());
        if (sure < LEANING) {
            return Texts.of("comparison.verdict.even", first, second, by);
        }
        // The one that is better comes first, and its difference is upwards.
        boolean firstBetter = better >= 0.5;
        return Texts.of(
                sure >= ALMOST_SURE
                        ? "comparison.verdict.surely"
                        : sure >= PROBABLE ? "comparison.verdict.probably" : "comparison.verdict.perhaps",
                firstBetter ? first : second,
                firstBetter ? second : first,
                probability,
                firstBetter ? by : by(-mean, minus(difference.high()), minus(difference.low())));
    }

    /** What the images that both answered say, each against itself. */
    static String ofPaired(Comparison comparison) {
        Estimate paired = comparison.paired();
        Double mean = paired.mean();
        return mean == null
                ? Texts.of("comparison.paired.none")
                : Texts.of(
                        "comparison.paired",
                        paired.n(),
                        comparison.first().checkpoint().version(),
                        by(mean, paired.low(), paired.high()));
    }

    private static String by(double mean, @Nullable Double low, @Nullable Double high) {
        String much = Figures.higher(mean);
        if (low == null || high == null) {
            return much;
        }
        String between = low >= 0
                ? Texts.of("comparison.between.higher", Figures.size(low), Figures.size(high))
                : high <= 0
                        ? Texts.of("comparison.between.lower", Figures.size(high), Figures.size(low))
                        : Texts.of("comparison.between", Figures.size(low), Figures.size(high));
        return Texts.of("comparison.by", much, between);
    }

    private static @Nullable Double minus(@Nullable Double value) {
        return value == null ? null : -value;
    }
}
