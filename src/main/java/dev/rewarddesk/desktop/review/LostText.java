package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.ScoreText;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.FeedbackType;
import java.util.ArrayList;
import java.util.List;

/** What was entered and not taken, in words, so that it can be copied before it is gone. */
final class LostText {

    private LostText() {}

    static String of(Draft draft) {
        List<String> parts = new ArrayList<>();
        if (draft.score() != null) {
            parts.add(ScoreText.of(draft.score()));
        }
        FeedbackType type = draft.feedback().type();
        if (type != null) {
            parts.add(Texts.of("feedback.", type));
        }
        Integer quality = draft.feedback().quality();
        if (quality != null) {
            parts.add(Texts.of("feedback.quality", quality));
        }
        if (!draft.comment().isBlank()) {
            parts.add("“" + draft.comment() + "”");
        }
        return Texts.of("review.lost", String.join(" · ", parts));
    }
}
