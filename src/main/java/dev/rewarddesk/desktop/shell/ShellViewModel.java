package dev.rewarddesk.desktop.shell;

import dev.rewarddesk.desktop.navigation.Navigator;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.Connection;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Workspace;
import dev.rewarddesk.review.ReviewService;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** What the frame shows, and where the program opens. */
public final class ShellViewModel {

    private final CurrentWorkspace workspace;
    private final ReviewService review;
    private final Navigator navigator;
    private final Tasks tasks;

    public ShellViewModel(CurrentWorkspace workspace, ReviewService review, Navigator navigator, Tasks tasks) {
        this.workspace = workspace;
        this.review = review;
        this.navigator = navigator;
        this.tasks = tasks;
    }

    /** Goes to the first screen: reviewing, or the welcome of an empty workspace where this person may fill it. */
    public void start() {
        workspace.refresh();
        tasks.run(review::progress)
                .onSuccess(progress -> {
                    if (progress.isUntouched()) {
                        workspace.refreshThen(this::openEmpty);
                    } else {
                        navigator.go(new Route.Review());
                    }
                })
                .onFailure(ServiceFailure.class, failure -> {
                    workspace.noticed(failure);
                    // The review screen says what is wrong and offers to try again.
                    navigator.go(new Route.Review());
                })
                .start();
    }

    // Who may bring nothing in waits for what leads bring.
    private void openEmpty() {
        navigator.go(workspace.maySteer() ? new Route.Welcome() : new Route.Review());
    }

    /** Asks whether the workspace still answers. */
    public void refresh() {
        workspace.refresh();
    }

    /** Goes elsewhere. */
    public void go(Route route) {
        navigator.go(route);
    }

    /** Where the person is. */
    public ObservableValue<Optional<Route>> routeProperty() {
        return navigator.routeProperty();
    }

    /** The workspace's name; empty until known. */
    public ObservableValue<String> workspaceName() {
        return workspace
                .workspaceProperty()
                .map(known -> known.map(Workspace::name).orElse(""));
    }

    /** Who is signed in and as what; empty until known. */
    public ObservableValue<String> person() {
        return workspace
                .workspaceProperty()
                .map(known -> known.map(Workspace::me)
                        .map(me -> Texts.of("shell.person", me.displayName(), Texts.of("role.", me.role())))
                        .orElse(""));
    }

    /** Whether the signed-in person may change what belongs to all; false until known. */
    public ObservableValue<Boolean> mayLead() {
        return workspace.workspaceProperty().map(_ -> workspace.maySteer());
    }

    /** Whether the workspace answers. */
    public ObservableValue<Connection> connection() {
        return workspace.connectionProperty();
    }
}
