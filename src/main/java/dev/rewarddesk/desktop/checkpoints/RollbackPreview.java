package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.model.Activation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Which version rolling back would lead to, for the question beforehand. The workspace itself decides when it is done. */
final class RollbackPreview {

    private static final String NONE = "";

    private RollbackPreview() {}

    /**
     * Each activation goes one step further from the one before it, each roll back undoes one step.
     *
     * @param newestFirst the record of activations
     * @return empty where there is nothing to go back to
     */
    static Optional<String> of(List<Activation> newestFirst) {
        Deque<String> former = new ArrayDeque<>();
        for (Activation activation : newestFirst.reversed()) {
            switch (activation.kind()) {
                case ACTIVATE, SCHEDULED ->
                    former.push(activation.previousVersion() == null ? NONE : activation.previousVersion());
                case ROLLBACK -> former.poll();
            }
        }
        return Optional.ofNullable(former.peek()).filter(version -> !version.equals(NONE));
    }
}
