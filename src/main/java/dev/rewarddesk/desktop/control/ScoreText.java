package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Score;
import org.jspecify.annotations.Nullable;

/** Scores as people read them. */
public final class ScoreText {

    private ScoreText() {}

    /** The score with its sign and two digits, such as +0.55; zero has no sign, and no score is a dash. */
    public static String of(@Nullable Score score) {
        if (score == null) {
            return Texts.of("score.none");
        }
        // What rounds to zero has no sign either.
        return Math.abs(score.value()) < 0.005 ? Texts.of("score.zero") : Texts.of("score.value", score.value());
    }
}
