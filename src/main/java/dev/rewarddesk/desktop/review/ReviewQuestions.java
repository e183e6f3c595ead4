package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.FlagReason;
import java.util.List;

/** What may be asked about the open item, in place of the form. */
final class ReviewQuestions {

    private final ReasonChoice flag;
    private final ReasonChoice skip;

    ReviewQuestions(ReviewViewModel model) {
        flag = new ReasonChoice(
                Texts.of("review.flag.title"),
                Texts.of("review.flag.text"),
                List.of(FlagReason.values()),
                reason -> Texts.of("flag.", reason),
                model::flag,
                model::stopAsking);
        skip = new ReasonChoice(
                        Texts.of("review.skip.title"),
                        Texts.of("review.skip.text"),
                        List.of(SkipReason.values()),
                        SkipReason::text,
                        reason -> model.skip(reason.text()),
                        model::stopAsking)
                .withOwnWords(model::skip);
    }

    List<ReasonChoice> nodes() {
        return List.of(flag, skip);
    }

    /** Shows the question that is being asked. */
    void show(Asking asking) {
        flag.ask(asking == Asking.FLAG);
        skip.ask(asking == Asking.SKIP);
    }

    /** Chooses the reason at a place in the list that is shown, from 0. */
    void choose(int place) {
        nodes().stream().filter(ReasonChoice::isVisible).forEach(shown -> shown.choose(place));
    }
}
