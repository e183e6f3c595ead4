package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.ReviewItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was decided here and is not known to have reached the workspace: its items must not be handed out again. */
final class Undelivered {

    private final Map<UUID, Decided> byId = new LinkedHashMap<>();

    void add(Decided decided) {
        byId.put(decided.decision().id(), decided);
    }

    /** The workspace has it, or refused it, or it was taken back. */
    void remove(UUID decisionId) {
        byId.remove(decisionId);
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** How many items are spoken for. */
    int size() {
        return items().size();
    }

    /** Whether something was decided about the response. */
    boolean holds(UUID responseId) {
        return byId.values().stream()
                .anyMatch(decided -> decided.decision().responseId().equals(responseId));
    }

    /** The items that may still be leased to this reviewer. */
    List<ReviewItem> items() {
        return byId.values().stream()
                .filter(decided -> !(decided.decision() instanceof Decision.Changed))
                .map(Decided::item)
                .distinct()
                .toList();
    }

    /** How many rewards are among them that the workspace does not count yet. */
    long rewards() {
        return byId.values().stream()
                .filter(decided -> decided.decision() instanceof Decision.Given)
                .count();
    }

    /** How many flags are among them. */
    long flags() {
        return byId.values().stream()
                .filter(decided -> decided.decision() instanceof Decision.Flagged)
                .count();
    }
}
