package dev.rewarddesk.desktop.sending;

import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.Connection;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.model.OutboxState;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.review.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What was decided and is not in the workspace yet, as every screen may see it. Properties change, and listeners are told, in
 * the foreground only.
 */
public final class Sending implements AutoCloseable {

    private final Outgoing outgoing;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<OutboxState> state = new ReadOnlyObjectWrapper<>(OutboxState.EMPTY);
    private final ReadOnlyObjectWrapper<List<Refused>> refused = new ReadOnlyObjectWrapper<>(List.of());
    private final List<Consumer<Outgoing.Outcome>> listeners = new ArrayList<>();
    private final List<AutoCloseable> followed = new ArrayList<>();

    public Sending(Outgoing outgoing, Tasks tasks) {
        this.outgoing = outgoing;
        this.tasks = tasks;
    }

    /** Begins to follow what waits; once. */
    public void start() {
        Consumer<Outgoing.Outcome> told = tasks.each(this::told);
        Consumer<OutboxState> latest = tasks.latest(this::changed);
        tasks.run(() -> List.of(outgoing.hear(told), outgoing.follow(latest)))
                .onSuccess(followed::addAll)
                .start();
        refresh();
    }

    /**
     * Tries at once what waits whenever the line is back, and has the line looked at whenever sending says otherwise than what is known of it.
     */
    public void watch(CurrentWorkspace workspace) {
        workspace.connectionProperty().subscribe(now -> {
            if (now == Connection.CONNECTED && state.get().waiting() > 0) {
                tasks.run(outgoing::hurry).start();
            }
        });
        state.subscribe((before, now) -> {
            boolean offline = workspace.connectionProperty().get() == Connection.OFFLINE;
            boolean getsThrough = now.waiting() < before.waiting() || (isTrying(before) && !isTrying(now));
            if (offline ? getsThrough : isTrying(now) && !isTrying(before)) {
                workspace.refresh();
            }
        });
    }

    /** How many wait, since when, and how sending goes. */
    public ReadOnlyObjectProperty<OutboxState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the workspace did not take, oldest first. */
    public ReadOnlyObjectProperty<List<Refused>> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** The refused decision about a response. */
    public Optional<Refused> refusedAbout(UUID responseId) {
        return refused.get().stream()
                .filter(each -> each.decided().decision().responseId().equals(responseId))
                .findFirst();
    }

    /** Tells of every decision that the workspace takes or refuses from now on. */
    public void hear(Consumer<Outgoing.Outcome> listener) {
        listeners.add(listener);
    }

    /** Reads again what was refused. */
    public void refresh() {
        tasks.run(outgoing::refused).onSuccess(refused::set).start();
    }

    @Override
    public void close() {
        for (AutoCloseable each : followed) {
            try {
                each.close();
            } catch (Exception unclosed) {
                throw new IllegalStateException("A listener could not be taken away", unclosed);
            }
        }
        followed.clear();
    }

    private void changed(OutboxState now) {
        state.set(now);
        if (now.refused() != refused.get().size()) {
            refresh();
        }
    }

    private static boolean isTrying(OutboxState state) {
        return state.condition() == OutboxState.Condition.TRYING_AGAIN;
    }

    private void told(Outgoing.Outcome outcome) {
        if (outcome instanceof Outgoing.Outcome.NotTaken) {
            refresh();
        }
        List.copyOf(listeners).forEach(listener -> listener.accept(outcome));
    }
}
