package dev.rewarddesk.desktop.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.Pictures;
import dev.rewarddesk.collect.session.PretendSite;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.settings.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real screen on a real workspace, collecting from a site on loopback, worked by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
final class CollectViewTest {

    private static final long PATIENCE_SECONDS = 60;

    private final FxRobot robot = new FxRobot();
    private final TestDesk bench = new TestDesk();
    private final PretendSite site = site();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CopyOnWriteArrayList<Throwable> unexpected = new CopyOnWriteArrayList<>();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private CollectDesk desk;

    @SuppressWarnings("NullAway.Init")
    private CollectService service;

    @SuppressWarnings("NullAway.Init")
    private CollectView view;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        Tasks tasks = new Tasks(threads, Platform::runLater, unexpected::add);
        Services services = bench.services(Path.of("none"));
        service = services.collecting();
        desk = new CollectDesk(service, tasks);
        view = new CollectView(
                new CollectParts(
                        new RunPart(desk, service::thumbnail, tasks),
                        new SessionsPart(new SessionsViewModel(service, desk, tasks))),
                new SimpleObjectProperty<>(true));
        scene = new Scene(view.root(), 980, 900);
        Appearance.follow(scene, new SimpleObjectProperty<>(Theme.LIGHT));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        stage.requestFocus();
        view.onShow();
    }

    @AfterEach
    void close() {
        gate.countDown();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> desk.end());
        threads.close();
        site.close();
        bench.close();
        assertThat(unexpected).isEmpty();
    }

    @Test
    void aRunIsBegunByKeyboardAndTellsWhatItBrought() {
        enter("urls", site.url("/"));
        allowThisMachine();

        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> text("newImages").equals("2"));
        until(() -> text("stage").equals("Done"));
        assertThat(text("ending")).startsWith("2 new images");
        assertThat(text("notTaken")).isEqualTo("2");
        assertThat(((Pane) find("reasons")).getChildren())
                .extracting(node -> ((Label) node).getText())
                .contains("1 × images: not there", "1 × images: no JPEG, PNG, WebP or GIF by its content");
        assertThat(((Pane) find("pictures")).getChildren()).hasSize(2);
        assertThat(find("anew").isFocused()).isTrue();
        assertThat(find("resume").isVisible()).isFalse();
    }

    @Test
    void whatIsWrongIsSaidAtItsPlaceAndNothingBegins() {
        enter("urls", "no url");
        enter("pages", "many");
        enter("rules", "birds");

        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> error("pages").startsWith("Enter a whole number"));
        assertThat(error("rules")).contains("birds");
        assertThat(((TextInputControl) input("pages")).isFocused()).isTrue();
        assertThat(service.sessions()).isEmpty();

        enter("pages", "10");
        enter("rules", "");
        press(KeyCode.CONTROL, KeyCode.ENTER);

        until(() -> error("urls").contains("\"no url\" is no http or https URL"));
        assertThat(service.sessions()).isEmpty();
    }

    @Test
    void aRunIsPausedStoppedAndGoneOnWith() {
        site.on("/slow.png", _ -> {
            awaitGate();
            return PretendSite.bytes("image/png", Pictures.png(7));
        });
        site.page("/", "<img src=one.png><img src=slow.png>");
        enter("urls", site.url("/"));
        allowThisMachine();
        press(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> text("newImages").equals("1"));

        press(KeyCode.CONTROL, KeyCode.P);
        until(() -> text("stage").equals("Paused"));
        press(KeyCode.CONTROL, KeyCode.P);
        until(() -> text("stage").equals("Collecting"));
        press(KeyCode.CONTROL, KeyCode.BACK_SPACE);
        until(() -> text("stage").equals("Stopped"));
        assertThat(text("ending")).contains("you can go on with the rest");
        gate.countDown();
        until(() -> find("resume").isFocused());
        press(KeyCode.ENTER);

        until(() -> text("stage").equals("Done"));
        assertThat(text("newImages")).isEqualTo("2");
    }

    @Test
    void sessionsAreListedWithWhatTheyDidNotTake() {
        enter("urls", site.url("/"));
        allowThisMachine();
        press(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> text("stage").equals("Done"));

        press(KeyCode.ALT, KeyCode.DIGIT2);

        until(() -> isShown("detail"));
        assertThat(((ListView<?>) find("sessionList")).getItems()).hasSize(1);
        assertThat(text("detailTitle")).isEqualTo(site.url("/"));
        assertThat(text("notTakenTitle")).isEqualTo("Not taken: 2");
        assertThat(text("detailFacts")).contains("2 new images");
        assertThat(((Button) find("detailGoOn")).isVisible()).isFalse();

        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> ((Button) find("detailAgain")).fire());
        until(() -> find("urls").isVisible()
                && find("start").getParent().getParent().isVisible());
        assertThat(((TextInputControl) input("urls")).getText()).isEqualTo(site.url("/"));
        assertThat(((CheckBox) find("allowPrivate")).isSelected()).isTrue();
    }

    @Test
    void whereNothingWasCollectedItSaysSo() {
        until(() -> input("urls").isFocused());
        press(KeyCode.ALT, KeyCode.DIGIT2);

        until(() -> isShown("noSessions"));
    }

    private static PretendSite site() {
        try {
            PretendSite site = new PretendSite();
            site.page(
                    "/",
                    "<title>Birds</title><img src=one.png alt=one><img src=two.png><img src=gone.png><img src=lie.png>");
            site.image("/one.png", Pictures.png(1));
            site.image("/two.png", Pictures.png(2));
            site.text("/lie.png", "image/png", "no picture at all");
            return site;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private void awaitGate() {
        try {
            assertThat(gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void allowThisMachine() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            ((CheckBox) find("allowPrivate")).setSelected(true);
            ((TextInputControl) input("delay")).setText("0");
        });
    }

    private void enter(String field, String text) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            TextInputControl input = (TextInputControl) input(field);
            input.setText(text);
            input.requestFocus();
        });
    }

    private Node input(String field) {
        Node input = ((FormField) find(field)).getInput();
        if (input == null) {
            throw new AssertionError(field + " has no input");
        }
        return input;
    }

    private String error(String field) {
        return ((FormField) find(field)).errorProperty().get();
    }

    private boolean isShown(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && node.isVisible();
    }

    private String text(String id) {
        return ((Label) find(id)).getText();
    }

    // Also within what is folded, which no look-up finds.
    private Node find(String id) {
        Node found = scene.lookup("#" + id);
        if (found == null && scene.lookup("#more") instanceof TitledPane more) {
            found = more.getContent().lookup("#" + id);
        }
        if (found == null) {
            throw new AssertionError("There is no " + id);
        }
        return found;
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    private void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(10_000, () -> condition.getAsBoolean()));
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come to that; stage: " + text("stage"), late);
        }
    }
}
