package dev.rewarddesk.desktop;

import dev.rewarddesk.desktop.control.Painted;
import dev.rewarddesk.desktop.control.WebLink;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.desktop.theme.Fonts;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.WindowSize;
import java.io.InputStream;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desktop program: one window, opened at once, with the workspace in it as soon as that is open. */
public final class DesktopApp {

    private static final Logger LOG = LoggerFactory.getLogger(DesktopApp.class);
    private static final int MIN_WIDTH = 960;
    private static final int MIN_HEIGHT = 640;
    private static final int[] ICON_SIZES = {16, 32, 48, 128, 256, 512};

    private final ObjectProperty<Settings> settings;
    private final Stage stage = new Stage();
    private final DesktopScene content;
    private final Scene scene;

    private DesktopApp(Workspaces workspaces, Settings settings, Consumer<Settings> save, ExecutorService background) {
        this.settings = new SimpleObjectProperty<>(settings);
        this.settings.subscribe((_, now) -> background.execute(() -> save.accept(now)));
        this.content = new DesktopScene(workspaces, this.settings, WebLink::open, background, stage::close);
        this.scene = new Scene(
                content.root(), settings.window().width(), settings.window().height());
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
            if (!content.mayClose(stage::close)) {
                request.consume();
            }
        });
        stage.setOnHiding(_ -> rememberSize());
        stage.setOnHidden(_ -> {
            content.end();
            closed.run();
        });
        stage.show();
        Painted.once(scene, () -> LOG.info("The window is painted"));
        content.start();
    }

    private void rememberSize() {
        WindowSize before = settings.get().window();
        WindowSize now = stage.isMaximized()
                ? new WindowSize(before.width(), before.height(), true)
                : new WindowSize((int) scene.getWidth(), (int) scene.getHeight(), false);
        settings.set(settings.get().withWindow(now));
    }
}
