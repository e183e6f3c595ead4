package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.ReviewItem;

/** What is said about the item on the desk, in a sentence. */
final class Remarks {

    private Remarks() {}

    /** Of an item that comes up to be scored; found says that what was entered for it was left by an earlier run. */
    static String onOpening(ReviewItem item, boolean found) {
        if (found) {
            return Texts.of("review.remark.draft");
        }
        return item.skipped() ? Texts.of("review.remark.skipped") : "";
    }

    /** Of an item that is opened for something else than scoring. */
    static String about(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Scoring _ -> "";
            case Purpose.Changing changing ->
                Texts.of(
                        "review.remark.changing",
                        Texts.time(changing.past().decided().at()));
            case Purpose.Correcting correcting ->
                Texts.of("review.remark.correcting", correcting.refused().reason());
        };
    }
}
