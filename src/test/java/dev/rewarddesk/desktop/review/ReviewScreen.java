package dev.rewarddesk.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.control.ImageViewer;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.guidelines.GuidelinesView;
import dev.rewarddesk.desktop.guidelines.GuidelinesViewModel;
import dev.rewarddesk.desktop.image.Viewpoint;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The real screen on a real backend, worked by keyboard alone. */
abstract class ReviewScreen {

    private static TestBackend backend;

    final FxRobot robot = new FxRobot();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final CopyOnWriteArrayList<Throwable> unexpected = new CopyOnWriteArrayList<>();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    Bench bench;

    @SuppressWarnings("NullAway.Init")
    ReviewViewModel model;

    @SuppressWarnings("NullAway.Init")
    ReviewView view;

    @SuppressWarnings("NullAway.Init")
    Overlay overlay;

    @SuppressWarnings("NullAway.Init")
    Tasks tasks;

    volatile CountDownLatch slow = new CountDownLatch(0);

    @BeforeAll
    static void startBackend() {
        backend = TestBackend.fresh();
    }

    @AfterAll
    static void stopBackend() {
        backend.close();
    }

    /** Shows it, before every test. */
    final void show(Stage stage) throws IOException {
        bench = new Bench(backend);
        tasks = new Tasks(this::inBackground, Platform::runLater, unexpected::add);
        model = bench.model(tasks);
        overlay = new Overlay();
        view = view(tasks);
        Scene scene = new Scene(new StackPane(view.root(), overlay), 980, 760);
        Appearance.follow(scene, new SimpleObjectProperty<>(Theme.LIGHT));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    ReviewView view(Tasks work) {
        GuidelinesViewModel guidelines = new GuidelinesViewModel(bench.workspace, settings);
        return new ReviewView(model, work, settings, overlay, new GuidelinesView(guidelines, _ -> {}));
    }

    @AfterEach
    void close() {
        robot.interact(view::onHide);
        threads.close();
        bench.close();
        assertThat(unexpected).isEmpty();
        assertThat(bench.failures).isEmpty();
    }

    void inBackground(Runnable work) {
        CountDownLatch until = slow;
        threads.execute(() -> {
            try {
                until.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            work.run();
        });
    }

    void undo() {
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void shift(KeyCode key) {
        robot.press(KeyCode.SHIFT).type(key).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void open() throws TimeoutException {
        robot.interact(view::onShow);
        until(() -> model.stateProperty().get() instanceof DeskState.Reviewing);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void type(KeyCode... keys) {
        robot.type(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    TextArea comment() {
        return robot.lookup("#comment").queryAs(TextArea.class);
    }

    @Nullable
    Viewpoint viewpoint() {
        return robot.lookup("#viewer")
                .queryAs(ImageViewer.class)
                .viewpointProperty()
                .get();
    }

    double zoom() {
        WaitForAsyncUtils.waitForFxEvents();
        return Objects.requireNonNull(viewpoint()).zoom();
    }

    String text(String node) {
        Node found = robot.lookup(node).query();
        return found instanceof TextInputControl input ? input.getText() : ((Labeled) found).getText();
    }

    static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
