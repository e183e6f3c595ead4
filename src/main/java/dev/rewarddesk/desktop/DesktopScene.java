package dev.rewarddesk.desktop;

import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.opening.OpeningView;
import dev.rewarddesk.desktop.shell.Doors;
import dev.rewarddesk.desktop.signin.ConnectView;
import dev.rewarddesk.desktop.signin.ConnectViewModel;
import dev.rewarddesk.desktop.signin.DoorPage;
import dev.rewarddesk.desktop.signin.SignInViewModel;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.Place;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.Settings;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything below the window's title bar, from one workspace to the next: a workspace being opened, the pages before it, the
 * desk in it. Use it on the FX thread.
 */
public final class DesktopScene {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopScene.class);

    private final Workspaces workspaces;
    private final ObjectProperty<Settings> settings;
    private final SignInViewModel.Browser browser;
    private final Executor background;
    private final Runnable close;
    private final Tasks tasks;
    private final OpeningView opening;
    private final StackPane root = new StackPane();
    private Place place = new Place.Local();
    private List<Place> places = List.of();
    private @Nullable DeskWindow desk;

    /**
     * @param workspaces opened in the background, the last one first
     * @param settings what the person has chosen; written here when they choose otherwise
     * @param browser where people sign in who have no password
     * @param background where services are called, such as virtual threads
     * @param close closes the window, which may be closed by now
     */
    public DesktopScene(
            Workspaces workspaces,
            ObjectProperty<Settings> settings,
            SignInViewModel.Browser browser,
            Executor background,
            Runnable close) {
        this.workspaces = workspaces;
        this.settings = settings;
        this.browser = browser;
        this.background = background;
        this.close = close;
        this.tasks = new Tasks(background, Platform::runLater, this::failed);
        this.opening = new OpeningView(() -> open(place), () -> open(new Place.Local()), close);
        show(opening.root());
    }

    /** What to put into the scene. */
    public Parent root() {
        return root;
    }

    /** Opens the last workspace; the root is in the scene by now. */
    public void start() {
        tasks.run(workspaces::last).onSuccess(this::open).start();
    }

    /**
     * Whether the window may be closed now. When something has to be asked first, it asks.
     *
     * @param close closes it; run later when the person agrees
     */
    public boolean mayClose(Runnable close) {
        return desk == null || desk.mayClose(close);
    }

    /** Leaves what is open and drops what is still under way. */
    public void end() {
        tasks.end();
        endDesk();
    }

    /** Leaves what is open and opens that one. */
    private void open(Place next) {
        place = next;
        endDesk();
        opening.again();
        show(opening.root());
        tasks.run(() -> new Known(workspaces.open(next), workspaces.places()))
                .onSuccess(opened -> {
                    places = opened.places();
                    switch (opened.entry()) {
                        case Workspaces.Entry.Inside(Services services) -> inside(services);
                        case Workspaces.Entry.AtTheDoor(SignInService signIn) -> atTheDoor(signIn);
                    }
                })
                .start();
    }

    private void inside(Services services) {
        LOG.info("The workspace is open and signed in");
        DeskWindow opened = new DeskWindow(services, settings, background, close, new Ways(services), browser);
        desk = opened;
        show(opened.root());
        opened.start(root.getScene());
    }

    private void atTheDoor(SignInService signIn) {
        if (!(place instanceof Place.Hosted hosted)) {
            return;
        }
        SignInViewModel model = new SignInViewModel(signIn, browser, () -> open(hosted), tasks);
        DoorPage page = new DoorPage(hosted, model, new DoorPage.Exits() {
            @Override
            public void local() {
                model.cancelBrowser();
                open(new Place.Local());
            }

            @Override
            public void forget() {
                model.cancelBrowser();
                DesktopScene.this.forget(hosted);
            }
        });
        show(page.root());
        quitFrom(page.root());
        page.start();
        model.start("");
    }

    private void connect() {
        Place before = place;
        endDesk();
        ConnectView page =
                new ConnectView(new ConnectViewModel(workspaces::connect, this::open, tasks), () -> open(before));
        show(page.root());
        quitFrom(page.root());
        page.start();
    }

    private void forget(Place.Hosted hosted) {
        tasks.run(() -> workspaces.forget(hosted))
                .onSuccess(_ -> open(new Place.Local()))
                .start();
    }

    private void signOut(SignInService signIn) {
        endDesk();
        opening.again();
        show(opening.root());
        tasks.run(signIn::out)
                .onSuccess(_ -> open(place))
                // Signed out here; the session at the workspace ends by itself.
                .onFailure(ServiceFailure.class, _ -> open(place))
                .start();
    }

    private void called(String name) {
        if (place instanceof Place.Hosted hosted
                && !name.isBlank()
                && !hosted.name().equals(name)) {
            place = new Place.Hosted(hosted.url(), name);
            tasks.run(() -> {
                        workspaces.called(hosted, name);
                        return workspaces.places();
                    })
                    .onSuccess(known -> places = known)
                    // The next time it is asked for again; meanwhile it goes by its former name.
                    .onFailure(ServiceFailure.class, _ -> {})
                    .start();
        }
    }

    private void failed(Throwable failure) {
        endDesk();
        show(opening.root());
        opening.failed(failure, place instanceof Place.Local);
    }

    private void show(Parent page) {
        root.getChildren().setAll(page);
    }

    private void quitFrom(Parent page) {
        KeyBindings.on(page).bind(Shortcut.QUIT, close);
    }

    private void endDesk() {
        if (desk != null) {
            desk.end();
            desk = null;
        }
    }

    private record Known(Workspaces.Entry entry, List<Place> places) {}

    /** The ways out of the desk that is open. */
    private final class Ways implements Doors {

        private final Services services;

        Ways(Services services) {
            this.services = services;
        }

        @Override
        public List<Place> places() {
            return places;
        }

        @Override
        public Place here() {
            return place;
        }

        @Override
        public void called(String name) {
            DesktopScene.this.called(name);
        }

        @Override
        public void go(Place next) {
            leave(() -> open(next));
        }

        @Override
        public void connect() {
            leave(DesktopScene.this::connect);
        }

        @Override
        public void signOut() {
            DeskWindow open = desk;
            if (open != null) {
                services.signIn().ifPresent(signIn -> open.askToSignOut(() -> DesktopScene.this.signOut(signIn)));
            }
        }

        private void leave(Runnable go) {
            DeskWindow open = desk;
            if (open != null) {
                open.leave(go);
            }
        }
    }
}
