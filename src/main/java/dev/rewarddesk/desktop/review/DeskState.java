package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.ReviewItem;

/** What is on the review desk. */
public sealed interface DeskState {

    /** Items are on their way. */
    record Loading() implements DeskState {}

    /** An item is open. */
    record Reviewing(ReviewItem item, Purpose purpose) implements DeskState {}

    /** Nothing waits for this reviewer. */
    record Done() implements DeskState {}

    /**
     * No items could be had.
     *
     * @param reason a sentence for people
     */
    record Failed(String reason) implements DeskState {}
}
