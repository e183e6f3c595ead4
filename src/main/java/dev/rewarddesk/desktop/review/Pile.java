package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.ReviewItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The items in a reviewer's hand, in order, the current one first. */
final class Pile {

    private final List<ReviewItem> items = new ArrayList<>();
    // A claim answered after its item was dealt with must not bring the item back; each claim gives a new token.
    private final Set<UUID> spentTokens = new HashSet<>();

    Optional<ReviewItem> current() {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.getFirst());
    }

    List<ReviewItem> items() {
        return List.copyOf(items);
    }

    int size() {
        return items.size();
    }

    boolean holds(ReviewItem item) {
        return placeOf(item) >= 0;
    }

    /** Adds what is new at the end; an item already here gets its new lease and keeps its place. */
    void take(List<ReviewItem> claimed) {
        for (ReviewItem item : claimed) {
            if (spentTokens.contains(item.lease().token())) {
                continue;
            }
            int place = placeOf(item);
            if (place < 0) {
                items.add(item);
            } else {
                items.set(place, item);
            }
        }
    }

    /** Takes an item off because something was decided about it. */
    void spend(ReviewItem item) {
        spentTokens.add(item.lease().token());
        drop(item);
    }

    /** Takes an item off. */
    void drop(ReviewItem item) {
        int place = placeOf(item);
        if (place >= 0) {
            items.remove(place);
        }
    }

    /** Takes everything off. */
    void clear() {
        items.clear();
    }

    /** Puts an item back, as the current one or, where the person is at work on another, as the next. */
    void putBack(ReviewItem item, boolean inFront) {
        spentTokens.remove(item.lease().token());
        drop(item);
        items.add(inFront || items.isEmpty() ? 0 : 1, item);
    }

    private int placeOf(ReviewItem item) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).response().id().equals(item.response().id())) {
                return i;
            }
        }
        return -1;
    }
}
