package dev.rewarddesk.model;

/** What a reviewer says of a response in one word. */
public enum FeedbackType {
    LIKE(0.5),
    NEUTRAL(0),
    DISLIKE(-0.5);

    private final double baseScore;

    FeedbackType(double baseScore) {
        this.baseScore = baseScore;
    }

    /** The score that this type suggests at middling quality (wire contract, {@code rft-rewards}). */
    double baseScore() {
        return baseScore;
    }
}
