package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.desktop.DeskWindow;
import dev.rewarddesk.desktop.DesktopScene;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.Workspaces;
import dev.rewarddesk.desktop.signin.SignInViewModel;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** The window of a tour with everything to play on it. */
final class Play implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Counted background = new Counted();
    private final ObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(Settings.DEFAULT.withTheme(Theme.LIGHT));
    private final Stage stage;
    private final Scene scene;
    private final Content content;
    private final Appearance appearance;
    private final Hands hands;
    private final Camera camera;

    private Play(BiFunction<ObjectProperty<Settings>, Executor, Content> make, Path folder) {
        stage = new Stage(StageStyle.UNDECORATED);
        content = make.apply(settings, background);
        // Unmanaged, so that the camera sizes it and not the window.
        content.root().setManaged(false);
        content.root().resize(1280, 800);
        scene = new Scene(new Pane(content.root()), 960, 640);
        appearance = Appearance.follow(scene, settings.map(Settings::theme));
        stage.setScene(scene);
        hands = new Hands(scene);
        camera = new Camera(content.root(), settings, this::settle, folder);
        stage.show();
        stage.requestFocus();
        content.start().accept(scene);
    }

    /** Opens the window on the workspace. */
    static Play open(Services services, Path folder) {
        return open(
                (settings, background) -> {
                    DeskWindow desk = new DeskWindow(services, settings, background, () -> {});
                    return new Content(desk.root(), desk::start, desk::end);
                },
                folder);
    }

    /** Opens the window on the workspace that was open last. */
    static Play open(Workspaces workspaces, SignInViewModel.Browser browser, Path folder) {
        return open(
                (settings, background) -> {
                    DesktopScene all = new DesktopScene(workspaces, settings, browser, background, () -> {});
                    return new Content(all.root(), _ -> all.start(), all::end);
                },
                folder);
    }

    private static Play open(BiFunction<ObjectProperty<Settings>, Executor, Content> make, Path folder) {
        return FxThread.call(() -> new Play(make, folder));
    }

    Hands hands() {
        return hands;
    }

    Camera camera() {
        return camera;
    }

    /** The node of the id on the screen in view. */
    Node find(String id) {
        Node found = scene.lookup("#" + id);
        if (found == null) {
            throw new TourException("There is no " + id + " on the screen.");
        }
        return found;
    }

    /** Whether the node of the id is there and can be seen. */
    boolean isShown(String id) {
        Node node = scene.lookup("#" + id);
        boolean shown = node != null;
        for (Node each = node; each != null; each = each.getParent()) {
            shown &= each.isVisible();
        }
        return shown;
    }

    /** Waits until it holds, asked on the FX thread. */
    void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!FxThread.call(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new TourException("The tour waited in vain until " + what + ".");
            }
            pulse();
        }
        settle();
    }

    /** Waits until nothing is under way and the window has been drawn. */
    void settle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            pulse();
            pulse();
            if (System.nanoTime() > deadline) {
                throw new TourException("The window did not come to rest.");
            }
        } while (!background.isIdle());
        // What the last work told the FX thread is laid out now.
        pulse();
        pulse();
    }

    @Override
    public void close() {
        FxThread.run(() -> {
            content.end().run();
            appearance.end();
            stage.close();
        });
    }

    /** Waits until the window has been drawn once more. */
    static void pulse() {
        CountDownLatch drawn = new CountDownLatch(1);
        FxThread.run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                drawn.countDown();
            }
        }.start());
        try {
            if (!drawn.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new TourException("The window was not drawn.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TourException("The tour was interrupted.", interrupted);
        }
    }

    /** What is in the window. */
    private record Content(Parent root, Consumer<Scene> start, Runnable end) {}
}
