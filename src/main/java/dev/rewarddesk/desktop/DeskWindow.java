package dev.rewarddesk.desktop;

import dev.rewarddesk.desktop.collect.CollectDesk;
import dev.rewarddesk.desktop.collect.CollectStatus;
import dev.rewarddesk.desktop.collect.answer.Answering;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.control.Toasts;
import dev.rewarddesk.desktop.control.WebLink;
import dev.rewarddesk.desktop.image.ImageSource;
import dev.rewarddesk.desktop.navigation.Navigator;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.notice.WindowNotices;
import dev.rewarddesk.desktop.review.PictureShelf;
import dev.rewarddesk.desktop.review.ReviewViewModel;
import dev.rewarddesk.desktop.sending.RefusedViewModel;
import dev.rewarddesk.desktop.sending.Sending;
import dev.rewarddesk.desktop.shell.Doors;
import dev.rewarddesk.desktop.shell.ShellView;
import dev.rewarddesk.desktop.shell.ShellViewModel;
import dev.rewarddesk.desktop.signin.SignInViewModel;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.Connection;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.model.Workspace;
import dev.rewarddesk.settings.Settings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** One open workspace in one scene: everything below the window's title bar. Use it on the FX thread. */
public final class DeskWindow {

    private final Tasks tasks;
    private final Navigator navigator = new Navigator();
    private final Notices notices;
    private final Sending sending;
    private final ShellView shell;
    private final CollectDesk collecting;
    private final Answering answering;
    private final CollectStatus underWay;
    private final Runnable close;

    /**
     * @param settings what the person has chosen; written here when they choose otherwise
     * @param background where services are called, such as virtual threads
     * @param close closes the window, which may be closed by now
     */
    public DeskWindow(Services services, ObjectProperty<Settings> settings, Executor background, Runnable close) {
        this(services, settings, background, close, Doors.CLOSED, WebLink::open);
    }

    /** As above, with ways to other workspaces and a browser to sign in again with. */
    DeskWindow(
            Services services,
            ObjectProperty<Settings> settings,
            Executor background,
            Runnable close,
            Doors doors,
            SignInViewModel.Browser browser) {
        this.close = close;
        Overlay overlay = new Overlay();
        Toasts toasts = new Toasts();
        notices = new WindowNotices(overlay, toasts);
        tasks = new Tasks(background, Platform::runLater, notices::fail);
        CurrentWorkspace workspace = new CurrentWorkspace(services.account(), tasks);
        sending = new Sending(services.outgoing(), tasks);
        ImageSource images = new ImageSource(services.pictures().files(), services.review()::bytesOf);
        PictureShelf pictures = new PictureShelf(
                tasks,
                images,
                services.pictures().memory(),
                settings.map(now -> now.looking().blurred()));
        ReviewViewModel review = new ReviewViewModel(
                services.review(),
                services.outgoing(),
                sending,
                workspace,
                tasks,
                notices,
                pictures,
                InstantSource.system());
        workspace
                .workspaceProperty()
                .subscribe(known -> known.map(Workspace::name).ifPresent(doors::called));
        collecting = new CollectDesk(services.collecting(), tasks);
        answering = new Answering(services.answers());
        underWay = new CollectStatus(collecting, answering, () -> navigator.go(new Route.Collect()));
        Screens screens = new Screens(
                services,
                settings,
                tasks,
                overlay,
                notices,
                navigator,
                workspace,
                sending,
                images,
                review,
                collecting,
                answering,
                doors::connect);
        Optional<SigningInAgain> again = services.signIn()
                .map(signIn -> new SigningInAgain(
                        signIn, browser, services, workspace, tasks, overlay, () -> doors.go(doors.here())));
        ShellViewModel model = new ShellViewModel(workspace, services.review(), navigator, tasks);
        RefusedViewModel refused = new RefusedViewModel(
                services.outgoing(), sending, tasks, notices, new RefusedAtDesk(navigator, review));
        shell = new ShellView(
                model,
                refused,
                sending,
                underWay,
                screens::make,
                overlay,
                toasts,
                this::quit,
                doors,
                () -> again.ifPresent(SigningInAgain::ask));
        again.ifPresent(SigningInAgain::watch);
        workspace.connectionProperty().subscribe(state -> {
            if (state == Connection.SHUT_OUT) {
                workspace.refusal().ifPresent(notices::fail);
            }
        });
        sending.watch(workspace);
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
        sending.start();
        underWay.start();
        shell.start(scene);
    }

    /**
     * Whether the window may be closed now. When the screen or what waits to be sent has to be asked about first, it asks.
     *
     * @param close closes it; run later when the person agrees
     */
    public boolean mayClose(Runnable close) {
        return shell.mayLeave(() -> closeUnlessAsking(close)) && mayEnd(close);
    }

    /** Leaves for another workspace, asking first where this one has something unsaved or unsent. */
    void leave(Runnable go) {
        if (shell.mayLeave(() -> leaveUnsent(go))) {
            leaveUnsent(go);
        }
    }

    /** Asks whether to sign out, and says what becomes of what is not sent. */
    void askToSignOut(Runnable go) {
        notices.ask(Question.signOut(sending.stateProperty().get().waiting()), go);
    }

    private void leaveUnsent(Runnable go) {
        int waiting = sending.stateProperty().get().waiting();
        if (waiting > 0) {
            notices.ask(Question.leaveUnsent(waiting), go);
        } else if (isAtWork()) {
            notices.ask(Question.stopCollecting(Texts.of("leave.unsent.yes")), go);
        } else {
            go.run();
        }
    }

    private void closeUnlessAsking(Runnable close) {
        if (mayEnd(close)) {
            close.run();
        }
    }

    private boolean mayEnd(Runnable close) {
        int waiting = sending.stateProperty().get().waiting();
        if (waiting > 0) {
            notices.ask(Question.quitUnsent(waiting), close);
        } else if (isAtWork()) {
            notices.ask(Question.stopCollecting(Texts.of("quit")), close);
        }
        return waiting == 0 && !isAtWork();
    }

    /** Leaves the current screen and drops what is still under way. */
    public void end() {
        shell.end();
        underWay.stop();
        collecting.end();
        answering.close();
        sending.close();
        tasks.end();
    }

    private boolean isAtWork() {
        return collecting.isBusy() || answering.stand().isUnderWay();
    }

    private void quit() {
        if (mayClose(close)) {
            close.run();
        }
    }
}
