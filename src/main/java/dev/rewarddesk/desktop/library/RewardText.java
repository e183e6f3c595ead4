package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.control.VisibleText;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Agent;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.RewardEntry;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Type and quality as people read them. */
final class RewardText {

    private RewardText() {}

    /** Such as {@code Like · 4 of 5}; a dash where nothing was said. */
    static String of(Feedback feedback) {
        FeedbackType type = feedback.type();
        Integer quality = feedback.quality();
        if (type == null) {
            return quality == null ? Texts.of("score.none") : Texts.of("library.quality", quality);
        }
        String word = Texts.of("feedback.", type);
        return quality == null ? word : Texts.of("library.feedback", word, Texts.of("library.quality", quality));
    }

    /** Who gave it: a person, a pipeline, or an agent with its version. */
    static String giver(RewardEntry entry) {
        Agent agent = entry.agent();
        if (agent != null) {
            return Texts.of("library.agent", VisibleText.of(agent.name()), VisibleText.of(agent.version()))
                    .strip();
        }
        return entry.reviewerName() == null ? Texts.of("library.pipeline") : entry.reviewerName();
    }

    /** The type's icon. */
    static Feather icon(@Nullable FeedbackType type) {
        return switch (type) {
            case LIKE -> Feather.THUMBS_UP;
            case DISLIKE -> Feather.THUMBS_DOWN;
            case NEUTRAL -> Feather.MINUS_CIRCLE;
            case null -> Feather.STAR;
        };
    }
}
