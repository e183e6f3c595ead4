package dev.rewarddesk.desktop.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.Pictures;
import dev.rewarddesk.collect.session.PretendSite;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.Services;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.collect.answer.AnswerView;
import dev.rewarddesk.desktop.collect.answer.AnswerViewModel;
import dev.rewarddesk.desktop.collect.answer.Answering;
import dev.rewarddesk.desktop.collect.groups.GroupsView;
import dev.rewarddesk.desktop.collect.groups.GroupsViewModel;
import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.settings.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The real screen on a real workspace, collecting from a site on loopback, worked by keyboard alone. TestFX calls only what the test's
 * own class has: that calls {@link #show} before every test.
 */
abstract class CollectScreen {

    private static final long PATIENCE_SECONDS = 60;

    final FxRobot robot = new FxRobot();
    final TestDesk bench = new TestDesk();
    final RecordingNotices notices = new RecordingNotices();
    final PretendSite site = site();
    final CountDownLatch gate = new CountDownLatch(1);
    final CopyOnWriteArrayList<Throwable> unexpected = new CopyOnWriteArrayList<>();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    CollectDesk desk;

    @SuppressWarnings("NullAway.Init")
    Answering answering;

    @SuppressWarnings("NullAway.Init")
    Tasks tasks;

    @SuppressWarnings("NullAway.Init")
    CollectService service;

    @SuppressWarnings("NullAway.Init")
    CollectView view;

    @SuppressWarnings("NullAway.Init")
    Scene scene;

    final void show(Stage stage) {
        tasks = new Tasks(work -> Thread.ofVirtual().start(work), Platform::runLater, unexpected::add);
        Services services = bench.services(Path.of("none"));
        service = services.collecting();
        desk = new CollectDesk(service, tasks);
        answering = new Answering(services.answers());
        view = new CollectView(
                new CollectParts(
                        new RunPart(desk, service::thumbnail, tasks),
                        new SessionsPart(new SessionsViewModel(service, desk, tasks)),
                        new GroupsView(new GroupsViewModel(service, tasks)),
                        new AnswerView(new AnswerViewModel(
                                services.answers(), service, services.endpoints(), answering, notices, tasks))),
                new SimpleObjectProperty<>(true));
        HBox.setHgrow(view.root(), Priority.ALWAYS);
        // Where the focus goes when it is lost, as in the window.
        scene = new Scene(new HBox(new Button("Elsewhere"), view.root()), 1080, 900);
        Appearance.follow(scene, new SimpleObjectProperty<>(Theme.LIGHT));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        stage.requestFocus();
        Platform.runLater(view::onShow);
    }

    @AfterEach
    final void close() {
        gate.countDown();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            desk.end();
            answering.close();
            tasks.end();
        });
        site.close();
        bench.close();
        assertThat(unexpected).isEmpty();
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

    final void awaitGate() {
        try {
            assertThat(gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    final void allowThisMachine() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            ((CheckBox) find("allowPrivate")).setSelected(true);
            ((TextInputControl) input("delay")).setText("0");
        });
    }

    final void enter(String field, String text) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            TextInputControl input = (TextInputControl) input(field);
            input.setText(text);
            input.requestFocus();
        });
    }

    final Node input(String field) {
        Node input = ((FormField) find(field)).getInput();
        if (input == null) {
            throw new AssertionError(field + " has no input");
        }
        return input;
    }

    final String error(String field) {
        return ((FormField) find(field)).errorProperty().get();
    }

    final boolean isShown(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && node.isVisible();
    }

    final String text(String id) {
        return ((Label) find(id)).getText();
    }

    // Also within what is folded, which no look-up finds.
    final Node find(String id) {
        Node found = scene.lookup("#" + id);
        if (found == null && scene.lookup("#more") instanceof TitledPane more) {
            found = more.getContent().lookup("#" + id);
        }
        if (found == null) {
            throw new AssertionError("There is no " + id);
        }
        return found;
    }

    final void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    final void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(10_000, () -> condition.getAsBoolean()));
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come to that; the focus is on " + scene.getFocusOwner(), late);
        }
    }
}
