package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.ReviewItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The items on a reviewer's desk, the current one first, and what was entered for each that is not in the workspace yet. What
 * was entered is kept even while its item is not on the desk.
 */
final class Pile {

    private final List<ReviewItem> items = new ArrayList<>();
    private final Map<UUID, Draft> drafts = new HashMap<>();
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

    /** Takes an item off the desk because something was done with it. */
    void spend(ReviewItem item) {
        spentTokens.add(item.lease().token());
        drop(item);
    }

    /** Takes back that something was done with an item: it may be taken in hand again. */
    void unspend(ReviewItem item) {
        spentTokens.remove(item.lease().token());
    }

    /** Takes an item off the desk; what was entered for it is kept. */
    void drop(ReviewItem item) {
        int place = placeOf(item);
        if (place >= 0) {
            items.remove(place);
        }
    }

    /** Takes everything off the desk; what was entered is kept. */
    void clear() {
        items.clear();
    }

    /**
     * Puts an item back whose reward did not get through.
     *
     * @param inFront whether it becomes the current one; otherwise it comes next, after others that came back before it
     */
    void putBack(ReviewItem item, boolean inFront) {
        drop(item);
        int place = inFront || items.isEmpty() ? 0 : 1;
        while (!inFront && place < items.size() && draftOf(items.get(place)).unsent()) {
            place++;
        }
        items.add(place, item);
    }

    /** What was entered for an item; blank where nothing was. */
    Draft draftOf(ReviewItem item) {
        Draft draft = drafts.get(item.response().id());
        return draft == null ? Draft.blank() : draft;
    }

    /** Keeps what was entered for an item. */
    void keep(ReviewItem item, Draft draft) {
        drafts.put(item.response().id(), draft);
    }

    /** Forgets what was entered for an item: the workspace has it, or the reviewer knows that it is lost. */
    void forget(ReviewItem item) {
        drafts.remove(item.response().id());
    }

    /** How many rewards were submitted and did not get through. */
    long unsent() {
        return drafts.values().stream().filter(Draft::unsent).count();
    }

    /** Forgets the rewards that did not get through. */
    void forgetUnsent() {
        drafts.values().removeIf(Draft::unsent);
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
