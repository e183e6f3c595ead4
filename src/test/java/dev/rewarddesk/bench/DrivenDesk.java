package dev.rewarddesk.bench;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.desktop.DeskWindow;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.control.ImageViewer;
import dev.rewarddesk.desktop.image.PictureCaches;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.TestEndpoints;
import dev.rewarddesk.settings.Theme;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** The real desktop in a window without a display, with hands on its keyboard. */
final class DrivenDesk implements AutoCloseable {

    // As large as the headless platform's screen allows.
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1000;
    private static final long PATIENCE_SECONDS = 120;

    private final SupabaseClient client;
    private final Outgoing outgoing;
    private final ObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(Settings.DEFAULT.withTheme(Theme.LIGHT));
    private final Stage stage;
    private final Scene scene;
    private final DeskWindow desk;
    private final Appearance appearance;

    private DrivenDesk(TestBackend backend, URI way, PictureCaches caches) {
        BackendAccess access = backend.backend().access();
        client = SupabaseClient.forPerson(
                WorkspaceAddress.of(way.toString(), access.publishableKey()), new InMemorySessionStore());
        client.signIn(access.ownerEmail(), access.ownerPassword());
        outgoing = Outgoing.open(client, backend.workspace().resolve("outbox-%d".formatted(way.getPort())));
        Services services = new Services(
                new AccountService(client),
                new ReviewService(client),
                new LibraryService(client),
                outgoing,
                new CheckpointService(client),
                new FolderImport(client),
                () -> Path.of("no-sample"),
                () -> new WorkspaceAccess(
                        backend.workspace(), access.url(), access.publishableKey(), access.secretKey()),
                caches,
                new MembersService(client),
                new CollectService(client, backend.workspace().resolve("collect-%d".formatted(way.getPort()))),
                new AnswerService(client, backend.workspace()),
                TestEndpoints.in(backend.workspace()),
                Optional.empty());
        stage = onFx(() -> new Stage(StageStyle.UNDECORATED));
        desk = onFx(() ->
                new DeskWindow(services, settings, work -> Thread.ofVirtual().start(work), () -> {}));
        scene = onFx(() -> new Scene(desk.root(), WIDTH, HEIGHT));
        appearance = onFx(() -> Appearance.follow(scene, settings.map(Settings::theme)));
    }

    /** Opens the window on the review screen, with empty caches; the workspace has something to review. */
    static DrivenDesk open(TestBackend backend, URI way) {
        return open(backend, way, PictureCaches.in(backend.workspace().resolve("cache-%d".formatted(way.getPort()))));
    }

    /** The same with these caches. */
    static DrivenDesk open(TestBackend backend, URI way, PictureCaches caches) {
        DrivenDesk made = new DrivenDesk(backend, way, caches);
        onFx(() -> {
            made.stage.setScene(made.scene);
            made.stage.show();
            made.stage.requestFocus();
            made.desk.start(made.scene);
            return true;
        });
        return made;
    }

    Scene scene() {
        return scene;
    }

    /** Presses a key, as soon as the FX thread takes it up. */
    void press(KeyCode key) {
        onFx(() -> {
            strike(key);
            return true;
        });
    }

    /**
     * The next item.
     *
     * @param put when its text was put on the screen, {@code System.nanoTime}: before it, the decision was written to disk
     * @param frame the first frame with it
     */
    record Next(long put, Frames.Frame frame) {}

    /** Presses the key that submits and answers the first frame with another answer to read than before. */
    CompletableFuture<Next> submitAndWatch() {
        CompletableFuture<Next> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            TextInputControl answer = (TextInputControl) scene.lookup("#answer");
            answer.textProperty().addListener(new ChangeListener<>() {
                @Override
                public void changed(ObservableValue<? extends String> text, String before, String now) {
                    long put = System.nanoTime();
                    text.removeListener(this);
                    Frames.next(scene, frame -> result.complete(new Next(put, frame)));
                }
            });
            strike(KeyCode.ENTER);
        });
        return result.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Repaints the whole window, in which nothing has changed but the colour behind everything. */
    CompletableFuture<Frames.Frame> repaint() {
        CompletableFuture<Frames.Frame> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            Frames.next(scene, result::complete);
            scene.setFill(Color.BLACK.equals(scene.getFill()) ? Color.WHITE : Color.BLACK);
        });
        return result;
    }

    /** Whether there is an item with its picture. */
    boolean hasPicture() {
        return scene.lookup(".image-viewer") instanceof ImageViewer viewer
                && isShown("desk")
                && viewer.viewpointProperty().get() != null;
    }

    /** Whether there is an item. */
    boolean hasItem() {
        return isShown("desk");
    }

    void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The desktop did not come to that");
            }
            sleep(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            desk.end();
            appearance.end();
            stage.close();
            return true;
        });
        outgoing.close();
        client.close();
    }

    static void sleep(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("Interrupted", stopped);
        }
    }

    static <T> T onFx(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    private boolean isShown(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && node.isVisible();
    }

    private static void strike(KeyCode key) {
        Robot robot = new Robot();
        robot.keyPress(key);
        robot.keyRelease(key);
    }
}
