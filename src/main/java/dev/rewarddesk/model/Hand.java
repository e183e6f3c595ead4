package dev.rewarddesk.model;

import java.util.List;

/** The items that a reviewer holds, next first, and how far they are. */
public record Hand(List<ReviewItem> items, ReviewProgress progress) {

    /** Keeps its own copy of the items. */
    public Hand {
        items = List.copyOf(items);
    }
}
