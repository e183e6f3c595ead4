package dev.rewarddesk.desktop;

import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.control.Toasts;
import dev.rewarddesk.desktop.navigation.Navigator;
import dev.rewarddesk.desktop.notice.WindowNotices;
import dev.rewarddesk.desktop.shell.ShellView;
import dev.rewarddesk.desktop.shell.ShellViewModel;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.settings.Settings;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** One open workspace in one scene: everything below the window's title bar. Use it on the FX thread. */
public final class DeskWindow {

    private final Tasks tasks;
    private final Navigator navigator = new Navigator();
    private final ShellView shell;

    /**
     * @param settings what the person has chosen; written here when they choose otherwise
     * @param background where services are called, such as virtual threads
     * @param quit closes the window
     */
    public DeskWindow(Services services, ObjectProperty<Settings> settings, Executor background, Runnable quit) {
        Overlay overlay = new Overlay();
        Toasts toasts = new Toasts();
        WindowNotices notices = new WindowNotices(overlay, toasts);
        tasks = new Tasks(background, Platform::runLater, notices::fail);
        CurrentWorkspace workspace = new CurrentWorkspace(services.account(), tasks);
        Screens screens = new Screens(services, settings, tasks, overlay, notices, navigator, workspace);
        ShellViewModel model = new ShellViewModel(workspace, services.review(), navigator, tasks);
        shell = new ShellView(model, screens::make, overlay, toasts, quit);
        navigator.askBeforeLeaving(shell::mayLeave);
    }

    /** What to put into the scene. */
    public Parent root() {
        return shell.root();
    }

    /** Where the person is, and how to send them elsewhere. */
    public Navigator navigator() {
        return navigator;
    }

    /** Opens the first screen; the root is in the scene by now. */
    public void start(Scene scene) {
        shell.start(scene);
    }

    /**
     * Whether the window may be closed now.
     *
     * @param close closes it; run later when the person agrees to what the screen asks
     */
    public boolean mayClose(Runnable close) {
        return shell.mayLeave(close);
    }

    /** Leaves the current screen and drops what is still under way. */
    public void end() {
        shell.end();
        tasks.end();
    }
}
