package dev.rewarddesk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.Pictures;
import dev.rewarddesk.collect.session.PretendSite;
import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window while images are collected: whoever leaves is asked, and nothing is lost. */
@ExtendWith(ApplicationExtension.class)
final class LeavingDuringARunTest {

    private static final long PATIENCE_SECONDS = 30;

    private final FxRobot robot = new FxRobot();
    private final TestDesk desk = new TestDesk();
    private final PretendSite site = site();
    private final CountDownLatch gate = new CountDownLatch(1);

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private Services services;

    @SuppressWarnings("NullAway.Init")
    private DeskWindow window;

    @SuppressWarnings("NullAway.Init")
    private Appearance appearance;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    private boolean quit;
    private boolean left;

    @Start
    void start(Stage stage) {
        services = desk.services(Path.of("no-sample"));
        window = new DeskWindow(
                services,
                new SimpleObjectProperty<>(Settings.DEFAULT.withTheme(Theme.LIGHT)),
                work -> Thread.ofVirtual().start(work),
                () -> quit = true);
        scene = new Scene(window.root(), 980, 700);
        appearance = Appearance.follow(scene, new SimpleObjectProperty<>(Theme.LIGHT));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        stage.requestFocus();
        window.start(scene);
    }

    @Stop
    void stop() {
        window.end();
        appearance.end();
    }

    @AfterEach
    void close() {
        gate.countDown();
        site.close();
        desk.close();
    }

    @Test
    void quittingAsksAndWhatWaitsIsGoneOnWithLater() throws InterruptedException {
        begin();

        robot.press(KeyCode.CONTROL, KeyCode.Q).release(KeyCode.Q, KeyCode.CONTROL);
        until(() -> asks("What was collected and answered stays"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !asks("What was collected"));
        assertThat(quit).isFalse();
        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(report.state()).isEqualTo("running"));
        robot.press(KeyCode.CONTROL, KeyCode.Q).release(KeyCode.Q, KeyCode.CONTROL);
        until(() -> asks("What was collected and answered stays"));
        robot.type(KeyCode.ENTER);
        until(() -> quit);

        robot.interact(window::end);
        until(() -> reports().getFirst().state().equals("stopped"));
        assertThat(reports()).singleElement().satisfies(report -> {
            assertThat(report.images().created()).isEqualTo(1);
            assertThat(report.canGoOn()).isTrue();
        });
        gate.countDown();
        services.collecting()
                .resume(reports().getFirst().session(), before -> before, _ -> {})
                .await();
        assertThat(reports().getFirst().images().created()).isEqualTo(2);
    }

    @Test
    void goingToAnotherWorkspaceAsksToo() {
        begin();

        robot.interact(() -> window.leave(() -> left = true));
        until(() -> asks("What was collected and answered stays"));
        assertThat(left).isFalse();
        robot.type(KeyCode.ENTER);

        until(() -> left);
    }

    @Test
    void theRunGoesOnBesideOtherScreensAndIsToldBelow() {
        begin();

        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        until(() -> robot.lookup("#collectStatus").queryLabeled().getText().equals("Collecting: 1 new image"));
        gate.countDown();

        until(() -> reports().getFirst().state().equals("done"));
        assertThat(reports().getFirst().images().created()).isEqualTo(2);
    }

    private void begin() {
        until(() -> window.navigator().routeProperty().get().equals(Optional.of(new Route.Welcome())));
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT5).release(KeyCode.DIGIT5, KeyCode.CONTROL);
        until(() -> scene.lookup("#urls") != null);
        robot.interact(() -> {
            input(scene.lookup("#urls")).setText(site.url("/"));
            Node more = ((TitledPane) scene.lookup("#more")).getContent();
            ((CheckBox) more.lookup("#allowPrivate")).setSelected(true);
            input(more.lookup("#delay")).setText("0");
        });
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        until(() -> !reports().isEmpty() && reports().getFirst().images().created() == 1);
    }

    private static TextInputControl input(Node field) {
        return (TextInputControl) Objects.requireNonNull(((FormField) field).getInput());
    }

    private List<CollectReport> reports() {
        return services.collecting().sessions();
    }

    private boolean asks(String words) {
        return robot.lookup(".dialog-text").tryQuery().isPresent()
                && robot.lookup(".dialog-text").queryLabeled().getText().contains(words);
    }

    private PretendSite site() {
        try {
            PretendSite made = new PretendSite();
            made.page("/", "<img src=one.png><img src=slow.png>");
            made.image("/one.png", Pictures.png(1));
            made.on("/slow.png", _ -> {
                try {
                    assertThat(gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return PretendSite.bytes("image/png", Pictures.png(7));
            });
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(10_000, () -> condition.getAsBoolean()));
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come to that", late);
        }
    }
}
