package dev.rewarddesk.desktop;

import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.desktop.control.Painted;
import dev.rewarddesk.desktop.control.WebLink;
import dev.rewarddesk.desktop.opening.OpeningView;
import dev.rewarddesk.desktop.shell.Doors;
import dev.rewarddesk.desktop.signin.ConnectView;
import dev.rewarddesk.desktop.signin.ConnectViewModel;
import dev.rewarddesk.desktop.signin.DoorPage;
import dev.rewarddesk.desktop.signin.SignInViewModel;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.desktop.theme.Fonts;
import dev.rewarddesk.desktop.workspace.Place;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.WindowSize;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop program: one window, opened at once, with the workspace in it as soon as that is open. */
public final class DesktopApp {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopApp.class);
    private static final int MIN_WIDTH = 960;
    private static final int MIN_HEIGHT = 640;
    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256, 512};

    private final Workspaces workspaces;
    private final ObjectProperty<Settings> settings;
    private final ExecutorService background;
    private final Tasks tasks;
    private final Stage stage = new Stage();
    private final Scene scene;
    private final OpeningView opening;
    private Place place = new Place.Local();
    private List<Place> places = List.of();
    private @Nullable DeskWindow desk;

    private DesktopApp(Workspaces workspaces, Settings settings, Consumer<Settings> save, ExecutorService background) {
        this.workspaces = workspaces;
        this.background = background;
        this.settings = new SimpleObjectProperty<>(settings);
        this.settings.subscribe((_, now) -> background.execute(() -> save.accept(now)));
        this.opening = new OpeningView(() -> open(place), stage::close);
        this.tasks = new Tasks(background, Platform::runLater, this::failed);
        this.scene = new Scene(
                opening.root(), settings.window().width(), settings.window().height());
        Appearance.follow(scene, this.settings.map(Settings::theme));
    }

    /**
     * Shows the window at once, opens the workspace behind it, and returns when the window is closed. Call it once in a
     * process, from any thread but the FX thread.
     *
     * @param workspaces opened by it in the background, the last one first
     * @param save keeps changed settings; called in the background
     * @throws dev.rewarddesk.failure.ServiceFailure when this machine cannot show a window
     */
    public static void open(Workspaces workspaces, Settings settings, Consumer<Settings> save)
            throws InterruptedException {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        // Closing the executor waits for settings that are still being written.
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            Toolkit.start(() -> {
                try {
                    Fonts.require();
                    new DesktopApp(workspaces, settings, save, background).show(() -> closed.complete(null));
                } catch (RuntimeException failure) {
                    closed.completeExceptionally(failure);
                }
            });
            closed.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The window could not be opened", failure);
        } finally {
            Platform.exit();
        }
    }

    private void show(Runnable closed) {
        stage.setTitle(Texts.of("app.name"));
        for (int size : ICON_SIZES) {
            InputStream icon =
                    DesktopApp.class.getResourceAsStream("/dev/rewarddesk/assets/icon/reward-desk-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        }
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        stage.setMaximized(settings.get().window().maximized());
        stage.setOnCloseRequest(request -> {
            if (desk != null && !desk.mayClose(stage::close)) {
                request.consume();
            }
        });
        stage.setOnHiding(_ -> rememberSize());
        stage.setOnHidden(_ -> {
            tasks.end();
            if (desk != null) {
                desk.end();
            }
            closed.run();
        });
        stage.show();
        Painted.once(scene, () -> LOG.info("The window is painted"));
        openWorkspace();
    }

    private void openWorkspace() {
        tasks.run(workspaces::last).onSuccess(this::open).start();
    }

    /** Leaves what is open and opens that one. */
    private void open(Place next) {
        place = next;
        endDesk();
        opening.again();
        scene.setRoot(opening.root());
        tasks.run(() -> new Known(workspaces.open(next), workspaces.places()))
                .onSuccess(opened -> {
                    places = opened.places();
                    switch (opened.entry()) {
                        case Workspaces.Entry.Inside(Services services) -> inside(services);
                        case Workspaces.Entry.AtTheDoor(SignInService signIn) -> atTheDoor(signIn, "");
                    }
                })
                .start();
    }

    private void inside(Services services) {
        LOG.info("The workspace is open and signed in");
        DeskWindow opened = new DeskWindow(services, settings, background, stage::close, new Ways(services));
        desk = opened;
        scene.setRoot(opened.root());
        opened.start(scene);
    }

    private void atTheDoor(SignInService signIn, String why) {
        if (!(place instanceof Place.Hosted hosted)) {
            return;
        }
        SignInViewModel model = new SignInViewModel(signIn, WebLink::open, () -> open(hosted), tasks);
        DoorPage page = new DoorPage(hosted, model, () -> {
            model.cancelBrowser();
            open(new Place.Local());
        });
        scene.setRoot(page.root());
        page.start();
        model.start(why);
    }

    private void connect() {
        Place before = place;
        endDesk();
        ConnectView page =
                new ConnectView(new ConnectViewModel(workspaces::connect, this::open, tasks), () -> open(before));
        scene.setRoot(page.root());
        page.start();
    }

    private void signOut(SignInService signIn) {
        endDesk();
        opening.again();
        scene.setRoot(opening.root());
        tasks.run(() -> {
                    signIn.out();
                    return true;
                })
                .onSuccess(_ -> open(place))
                // Signed out here; the session at the workspace ends by itself.
                .onFailure(ServiceFailure.class, _ -> open(place))
                .start();
    }

    private void failed(Throwable failure) {
        scene.setRoot(opening.root());
        opening.failed(failure);
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
        public void go(Place next) {
            leave(() -> open(next));
        }

        @Override
        public void connect() {
            leave(DesktopApp.this::connect);
        }

        @Override
        public void signOut() {
            DeskWindow open = desk;
            if (open != null) {
                services.signIn().ifPresent(signIn -> open.askToSignOut(() -> DesktopApp.this.signOut(signIn)));
            }
        }

        private void leave(Runnable go) {
            DeskWindow open = desk;
            if (open != null) {
                open.leave(go);
            }
        }
    }

    private void rememberSize() {
        WindowSize before = settings.get().window();
        WindowSize now = stage.isMaximized()
                ? new WindowSize(before.width(), before.height(), true)
                : new WindowSize((int) scene.getWidth(), (int) scene.getHeight(), false);
        settings.set(settings.get().withWindow(now));
    }
}
