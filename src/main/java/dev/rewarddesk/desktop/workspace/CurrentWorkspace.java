package dev.rewarddesk.desktop.workspace;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Role;
import dev.rewarddesk.model.Workspace;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The open workspace as last heard of. Properties change in the foreground only. */
public final class CurrentWorkspace {

    private final AccountService account;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<Workspace>> workspace = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Connection> connection = new ReadOnlyObjectWrapper<>(Connection.CONNECTING);
    private Optional<ServiceFailure> refusal = Optional.empty();

    public CurrentWorkspace(AccountService account, Tasks tasks) {
        this.account = account;
        this.tasks = tasks;
    }

    /** Empty until the workspace has answered once; kept while it does not answer. */
    public ReadOnlyObjectProperty<Optional<Workspace>> workspaceProperty() {
        return workspace.getReadOnlyProperty();
    }

    /** Whether the workspace answered when last asked. */
    public ReadOnlyObjectProperty<Connection> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /** Whether the signed-in person may change what belongs to all; false until known. */
    public boolean maySteer() {
        return workspace.get().map(known -> known.me().role() != Role.ANNOTATOR).orElse(false);
    }

    /** Why this person is not let in any more; empty while they were when last asked. */
    public Optional<ServiceFailure> refusal() {
        return refusal;
    }

    /** Asks the workspace again. Failing is a state here and not told otherwise. */
    public void refresh() {
        refreshThen(() -> {});
    }

    /** As above; {@code then} is run when the answer, or the failure, is known. */
    public void refreshThen(Runnable then) {
        tasks.run(account::workspace)
                .onSuccess(answer -> {
                    answered(answer);
                    then.run();
                })
                .onFailure(ServiceFailure.class, failure -> {
                    noticed(failure);
                    then.run();
                })
                .start();
    }

    /** Takes from a failure, met anywhere, what it says about the connection. */
    public void noticed(ServiceFailure failure) {
        switch (failure) {
            case ServiceFailure.Offline _ -> connection.set(Connection.OFFLINE);
            case ServiceFailure.SignedOut _ -> refused(failure, Connection.SIGNED_OUT);
            case ServiceFailure.Server _ -> connection.set(Connection.FAULTY);
            case ServiceFailure.Forbidden forbidden
            when forbidden.isOfNoMember() -> refused(failure, Connection.SHUT_OUT);
            case ServiceFailure.Forbidden _,
                    ServiceFailure.NotFound _,
                    ServiceFailure.Conflict _,
                    ServiceFailure.Invalid _ -> letIn();
        }
    }

    /** Takes the workspace from an answer met elsewhere, such as to a change of it. */
    public void answered(Workspace answer) {
        workspace.set(Optional.of(answer));
        letIn();
    }

    // The reason first: whoever hears of the state asks for it.
    private void refused(ServiceFailure why, Connection state) {
        refusal = Optional.of(why);
        connection.set(state);
    }

    private void letIn() {
        refusal = Optional.empty();
        connection.set(Connection.CONNECTED);
    }
}
