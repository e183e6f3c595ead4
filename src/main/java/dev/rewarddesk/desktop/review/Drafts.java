package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.model.RewardDraft;
import dev.rewarddesk.review.Outgoing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What was entered and not submitted, in memory and, so that it survives the program, on disk. */
final class Drafts {

    private final Outgoing outgoing;
    private final InTurn disk;
    private final Consumer<Throwable> notKept;
    private final Map<UUID, RewardDraft> drafts = new HashMap<>();
    // Responses whose draft an earlier run of the program left.
    private final Set<UUID> found = new HashSet<>();
    // What is to be written, by response; only the latest of each. Empty means: forgotten.
    private final Map<UUID, Optional<RewardDraft>> unwritten = new LinkedHashMap<>();
    private boolean writing;

    /** @param disk where writes take their turn with those of decisions */
    Drafts(Outgoing outgoing, InTurn disk, Consumer<Throwable> notKept) {
        this.outgoing = outgoing;
        this.disk = disk;
        this.notKept = notKept;
    }

    /** Reads what an earlier run left, then goes on. */
    void load(Tasks tasks, Runnable then) {
        tasks.run(outgoing::drafts)
                .onSuccess(left -> {
                    left.forEach(draft -> {
                        drafts.putIfAbsent(draft.responseId(), draft);
                        found.add(draft.responseId());
                    });
                    then.run();
                })
                .onFailure(Throwable.class, failure -> {
                    notKept.accept(failure);
                    then.run();
                })
                .start();
    }

    /** What was entered for a response; blank where nothing was. */
    RewardDraft of(UUID responseId) {
        RewardDraft draft = drafts.get(responseId);
        return draft == null ? RewardDraft.blank(responseId) : draft;
    }

    /** Whether an earlier run of the program left it; told once. */
    boolean isFound(UUID responseId) {
        return found.remove(responseId);
    }

    /** Keeps what is entered. */
    void keep(RewardDraft draft) {
        RewardDraft before = drafts.put(draft.responseId(), draft);
        boolean known = before != null && !before.isBlank();
        if (draft.isBlank() ? known : before == null || !before.saysTheSameAs(draft)) {
            unwritten.put(draft.responseId(), draft.isBlank() ? Optional.empty() : Optional.of(draft));
            write();
        }
    }

    /** What is entered is about to go with a decision: what has not been written need not be. */
    void settle(UUID responseId) {
        unwritten.remove(responseId);
    }

    /** What was entered went with a decision, from the disk as well. */
    void decided(UUID responseId) {
        drafts.remove(responseId);
        unwritten.remove(responseId);
    }

    /** Forgets it everywhere. */
    void forget(UUID responseId) {
        decided(responseId);
        unwritten.put(responseId, Optional.empty());
        write();
    }

    private void write() {
        if (writing || unwritten.isEmpty()) {
            return;
        }
        writing = true;
        Map.Entry<UUID, Optional<RewardDraft>> first =
                unwritten.entrySet().iterator().next();
        UUID responseId = first.getKey();
        Optional<RewardDraft> draft = first.getValue();
        unwritten.remove(responseId);
        disk.run(
                () -> {
                    draft.ifPresentOrElse(outgoing::keepDraft, () -> outgoing.forgetDraft(responseId));
                    return List.of();
                },
                _ -> written(),
                failure -> {
                    notKept.accept(failure);
                    written();
                });
    }

    private void written() {
        writing = false;
        write();
    }
}
