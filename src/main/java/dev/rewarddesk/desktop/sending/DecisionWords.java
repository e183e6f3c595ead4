package dev.rewarddesk.desktop.sending;

import dev.rewarddesk.desktop.control.ScoreText;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.Score;
import java.util.ArrayList;
import java.util.List;

/** Decisions in words. */
public final class DecisionWords {

    private DecisionWords() {}

    /** What was decided about: the image's file name or, where there is none, the prompt. */
    public static String about(Decided decided) {
        Image image = decided.item().image();
        return image == null ? decided.item().response().prompt() : image.fileName();
    }

    /** What was decided, such as {@code +0.50 · Like · quality 4 · “Right.”}. */
    public static String of(Decision decision) {
        return switch (decision) {
            case Decision.Given given ->
                reward(
                        given.reward().score(),
                        given.reward().feedback(),
                        given.reward().comment());
            case Decision.Changed changed -> reward(changed.score(), changed.feedback(), changed.comment());
            case Decision.Skipped skipped ->
                skipped.reason().isEmpty()
                        ? Texts.of("decision.skipped")
                        : Texts.of("decision.skipped.why", skipped.reason());
            case Decision.Flagged flagged -> Texts.of("decision.flagged", Texts.of("flag.", flagged.reason()));
        };
    }

    private static String reward(Score score, Feedback feedback, String comment) {
        List<String> parts = new ArrayList<>();
        parts.add(ScoreText.of(score));
        if (feedback.type() != null) {
            parts.add(Texts.of("feedback.", feedback.type()));
        }
        if (feedback.quality() != null) {
            parts.add(Texts.of("feedback.quality", feedback.quality()));
        }
        if (!comment.isBlank()) {
            parts.add("“" + comment + "”");
        }
        return String.join(" · ", parts);
    }
}
