package dev.rewarddesk.model;

/**
 * A reward's score.
 *
 * @param value from -1 (worst) to 1 (best), finite; 0 is neutral
 */
public record Score(double value) implements Comparable<Score> {

    /** Neither good nor bad. */
    public static final Score ZERO = new Score(0);

    /** The smallest step that reviewers take. */
    public static final double STEP = 0.05;

    /** Rejects what is no score, with the bounds in the message. */
    public Score {
        if (!(value >= -1 && value <= 1)) {
            throw new IllegalArgumentException("A score is from -1 to 1, not " + value);
        }
        // -0.0 would print and compare as something other than zero.
        value = value == 0 ? 0.0 : value;
    }

    /** The nearest score to any finite number, on the grid of {@link #STEP}. */
    public static Score nearest(double number) {
        long steps = Math.round(Math.clamp(number, -1, 1) / STEP);
        return new Score(Math.clamp(steps / (1 / STEP), -1, 1));
    }

    /** This score moved by a number of {@link #STEP}s, on the grid, stopping at the ends. */
    public Score plusSteps(int steps) {
        return nearest(value + steps * STEP);
    }

    @Override
    public int compareTo(Score other) {
        return Double.compare(value, other.value);
    }
}
