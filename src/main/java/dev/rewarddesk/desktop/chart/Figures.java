package dev.rewarddesk.desktop.chart;

import dev.rewarddesk.desktop.text.Texts;
import org.jspecify.annotations.Nullable;

/** Figures as people read them. */
public final class Figures {

    private Figures() {}

    /** With its sign and two digits, such as +0.12; a dash where it is not known. */
    public static String signed(@Nullable Double value) {
        if (value == null) {
            return Texts.of("score.none");
        }
        // What rounds to zero has no sign.
        return Math.abs(value) < 0.005 ? Texts.of("score.zero") : Texts.of("score.value", value);
    }

    /** From where to where; empty where that is not known. */
    public static String interval(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null ? "" : Texts.of("figure.interval", signed(low), signed(high));
    }

    /** A score as an axis has it: no more digits than needed. */
    static String tick(double score) {
        return score == 0 ? Texts.of("chart.zero") : Texts.of("chart.score", score);
    }

    /** How far from zero, without a sign. */
    public static String size(double value) {
        return Texts.of("figure.size", Math.abs(value));
    }

    /** How much higher or lower, in words. */
    public static String higher(double difference) {
        return difference < 0
                ? Texts.of("figure.lower", size(difference))
                : Texts.of("figure.higher", size(difference));
    }

    /** A probability in percent, never said to be certain. */
    public static String probability(double value) {
        return value > 0.995
                ? Texts.of("figure.probability.high")
                : value < 0.005 ? Texts.of("figure.probability.low") : Texts.of("chart.share", value);
    }

    /** A part of a whole in percent; a dash where the whole is nothing. */
    public static String share(long part, long whole) {
        return whole == 0 ? Texts.of("score.none") : Texts.of("chart.share", (double) part / whole);
    }

    /** A category's name; words where it has none. */
    public static String category(String name) {
        return name.isEmpty() ? Texts.of("figure.no-category") : name;
    }
}
