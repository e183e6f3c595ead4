package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Evidence;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What people's rewards say about one checkpoint: the one that was asked for last. */
public final class EvidenceViewModel {

    private final CheckpointService service;
    private final CurrentWorkspace workspace;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<EvidenceState> state = new ReadOnlyObjectWrapper<>(new EvidenceState.None());
    private @Nullable Checkpoint wanted;
    private @Nullable Checkpoint asked;

    EvidenceViewModel(CheckpointService service, CurrentWorkspace workspace, Tasks tasks) {
        this.service = service;
        this.workspace = workspace;
        this.tasks = tasks;
        // Who may see it is known once the workspace has answered.
        workspace.workspaceProperty().subscribe((_, _) -> again());
    }

    /** What there is to see. */
    public ReadOnlyObjectProperty<EvidenceState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Shows the evidence of this checkpoint, asking anew; what is shown of the same one stays meanwhile. */
    public void show(@Nullable Checkpoint checkpoint) {
        wanted = checkpoint;
        if (checkpoint == null) {
            state.set(new EvidenceState.None());
        } else if (workspace.workspaceProperty().get().isEmpty()) {
            state.set(new EvidenceState.Loading());
        } else if (!workspace.maySteer()) {
            state.set(new EvidenceState.ForLeads());
        } else {
            if (!isShown(checkpoint)) {
                state.set(new EvidenceState.Loading());
            }
            ask();
        }
    }

    /** Asks again for the same one. */
    public void again() {
        show(wanted);
    }

    // One question at a time: who goes through the list with the arrow keys asks for where they stopped.
    private void ask() {
        Checkpoint checkpoint = wanted;
        if (asked != null || checkpoint == null) {
            return;
        }
        asked = checkpoint;
        tasks.run(() -> service.evidence(checkpoint))
                .onSuccess(evidence -> arrived(checkpoint, of(evidence)))
                .onFailure(ServiceFailure.Forbidden.class, _ -> arrived(checkpoint, new EvidenceState.ForLeads()))
                .onFailure(ServiceFailure.class, failure -> {
                    workspace.noticed(failure);
                    arrived(checkpoint, new EvidenceState.Failed(failure.getMessage()));
                })
                .start();
    }

    private void arrived(Checkpoint checkpoint, EvidenceState arrived) {
        asked = null;
        if (checkpoint.equals(wanted)) {
            state.set(arrived);
        } else {
            ask();
        }
    }

    private boolean isShown(Checkpoint checkpoint) {
        return switch (state.get()) {
            case EvidenceState.Known(Evidence evidence) ->
                evidence.checkpoint().id().equals(checkpoint.id());
            case EvidenceState.Unscored(Evidence evidence) ->
                evidence.checkpoint().id().equals(checkpoint.id());
            case EvidenceState.None _, EvidenceState.Loading _, EvidenceState.ForLeads _, EvidenceState.Failed _ ->
                false;
        };
    }

    private static EvidenceState of(Evidence evidence) {
        return evidence.summary().rewards() == 0
                ? new EvidenceState.Unscored(evidence)
                : new EvidenceState.Known(evidence);
    }
}
