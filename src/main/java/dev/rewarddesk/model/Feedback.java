package dev.rewarddesk.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Type and quality of a response in a reviewer's eyes.
 *
 * @param type null while not said
 * @param quality 1 (poor) to 5 (excellent), null while not said
 */
public record Feedback(
        @Nullable FeedbackType type, @Nullable Integer quality) {

    /** Nothing said yet. */
    public static final Feedback NONE = new Feedback(null, null);

    private static final int MIDDLING = 3;

    /** Rejects a quality outside 1 to 5. */
    public Feedback {
        if (quality != null && (quality < 1 || quality > 5)) {
            throw new IllegalArgumentException("A quality is from 1 to 5, not " + quality);
        }
    }

    /** This feedback with another type. */
    public Feedback withType(@Nullable FeedbackType newType) {
        return new Feedback(newType, quality);
    }

    /** This feedback with another quality, 1 to 5. */
    public Feedback withQuality(@Nullable Integer newQuality) {
        return new Feedback(type, newQuality);
    }

    /**
     * The score that type and quality suggest: {@code clamp(base + (quality - 3) * 0.2, -1, 1)} (wire contract,
     * {@code rft-rewards}; {@code private.suggested_score} in SQL is the rule, this shows it before anything is sent). Empty
     * when neither is said.
     */
    public Optional<Score> suggestedScore() {
        if (type == null && quality == null) {
            return Optional.empty();
        }
        double base = type == null ? 0 : type.baseScore();
        int stars = quality == null ? MIDDLING : quality;
        // In whole tenths: 0.5 - 0.4 is not 0.1 in binary.
        return Optional.of(new Score(Math.clamp((base * 10 + (stars - MIDDLING) * 2) / 10, -1, 1)));
    }
}
