package dev.rewarddesk.desktop.library;

import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.review.Outgoing;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of own rewards on their way through the outbox. Every method blocks for as long as the disk takes. */
final class OwnChanges {

    private final Outgoing outgoing;
    private final InstantSource clock;

    OwnChanges(Outgoing outgoing, InstantSource clock) {
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /** How it stands with a change of the own reward to a response. */
    OwnChange about(UUID responseId) {
        OwnChange found = new OwnChange.None();
        for (Refused refused : outgoing.refused()) {
            if (refused.decided().decision() instanceof Decision.Changed change && isAbout(change, responseId)) {
                found = new OwnChange.NotTaken(refused, change);
            }
        }
        List<Decided> waiting = outgoing.waiting();
        for (Decided decided : waiting) {
            if (decided.decision() instanceof Decision.Changed change && isAbout(change, responseId)) {
                found = new OwnChange.Waiting(change);
            }
        }
        return found;
    }

    /**
     * Writes a change down durably; it is sent in the background.
     *
     * @param refused the one in whose place it comes; null where there is none
     */
    void keep(Decided change, @Nullable Refused refused) {
        if (refused == null) {
            outgoing.keep(change);
        } else {
            outgoing.replace(refused.decided().decision().id(), change.decision());
        }
    }

    /** Gives up for good what the workspace did not take. */
    void drop(Refused refused) {
        outgoing.drop(refused.decided().decision().id());
    }

    InstantSource clock() {
        return clock;
    }

    private static boolean isAbout(Decision.Changed change, UUID responseId) {
        return change.responseId().equals(responseId);
    }
}
