package dev.rewarddesk.desktop.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.SignInService;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.desktop.workspace.Place;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.settings.Theme;
import dev.rewarddesk.supabase.ConnectionCheck;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** Connecting and signing in by keyboard, at a real workspace. */
@ExtendWith(ApplicationExtension.class)
final class SignInPagesTest {

    private static final long PATIENCE_SECONDS = 30;

    private static final DoorPage.Exits NO_EXITS = new DoorPage.Exits() {
        @Override
        public void local() {
            throw new AssertionError();
        }

        @Override
        public void forget() {
            throw new AssertionError();
        }
    };

    private final BackendAccess access = TestBackend.shared().backend().access();
    private final SupabaseClient client = SupabaseClient.forPerson(
            WorkspaceAddress.of(access.url().toString(), access.publishableKey()), new InMemorySessionStore());
    private final Tasks tasks =
            new Tasks(work -> Thread.ofVirtual().start(work), javafx.application.Platform::runLater, failure -> {
                throw new AssertionError(failure);
            });
    private final AtomicReference<Place> connected = new AtomicReference<>();
    private final AtomicInteger signedIn = new AtomicInteger();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @SuppressWarnings("NullAway.Init")
    private Appearance appearance;

    @Start
    void start(Stage stage) {
        scene = new Scene(new StackPane(), 900, 640);
        appearance = Appearance.follow(scene, new SimpleObjectProperty<>(Theme.LIGHT));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        stage.requestFocus();
    }

    @Stop
    void stop() {
        appearance.end();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aWorkspaceIsConnectedWithItsUrlAndPublishableKey(FxRobot robot) {
        showConnect();

        enter(robot, access.url().toString());
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        enter(robot, access.publishableKey());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        until(() -> connected.get() != null);
    }

    @Test
    void aSecretKeyIsRefusedAndTakenFromTheScreen(FxRobot robot) {
        showConnect();

        enter(robot, access.url().toString());
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        enter(robot, access.secretKey());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        until(() -> words().contains("secret"));
        assertThat(words()).doesNotContain(access.secretKey());
        assertThat(connected).hasNullValue();
    }

    @Test
    void whatIsNoUrlIsSaidAtItsField(FxRobot robot) {
        showConnect();

        enter(robot, "my workspace");
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        enter(robot, access.publishableKey());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        until(() -> words().contains("supabase.co"));
        assertThat(connected).hasNullValue();
    }

    @Test
    void somebodySignsInWithEmailAndPassword(FxRobot robot) {
        showDoor();

        enter(robot, access.ownerEmail());
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        enter(robot, access.ownerPassword());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        until(() -> signedIn.get() == 1);
    }

    @Test
    void aWrongPasswordIsSaidAndNobodyIsSignedIn(FxRobot robot) {
        showDoor();

        enter(robot, access.ownerEmail());
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        enter(robot, "not this one");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        until(() -> isShown("signInProblem"));
        assertThat(signedIn).hasValue(0);
        assertThat(words()).doesNotContain("not this one");
    }

    // Pasted, as people do with addresses and keys; keys pressed at a loaded machine come late.
    private void enter(FxRobot robot, String text) {
        robot.interact(() -> {
            if (scene.getFocusOwner() instanceof TextField field) {
                field.appendText(text);
            }
        });
    }

    private void showConnect() {
        ConnectViewModel model = new ConnectViewModel(
                (url, key) -> {
                    WorkspaceAddress address = ConnectionCheck.read(url, key);
                    ConnectionCheck.check(address);
                    return new Place.Hosted(address.url(), "workspace");
                },
                connected::set,
                tasks);
        onFx(() -> {
            ConnectView view = new ConnectView(model, () -> {});
            show(view.root());
            view.start();
        });
        until(() -> scene.getFocusOwner() instanceof TextField);
    }

    private void showDoor() {
        SignInViewModel model =
                new SignInViewModel(new SignInService(client), address -> {}, signedIn::incrementAndGet, tasks);
        onFx(() -> {
            DoorPage page = new DoorPage(new Place.Hosted(access.url(), "workspace"), model, NO_EXITS);
            show(page.root());
            page.start();
        });
        until(() -> scene.getFocusOwner() instanceof TextField);
    }

    private void show(Parent page) {
        ((StackPane) scene.getRoot()).getChildren().setAll(page);
    }

    private boolean isShown(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && node.isVisible();
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        for (Node node : scene.getRoot().lookupAll(".label")) {
            if (node instanceof Labeled labeled && node.isVisible()) {
                words.append(labeled.getText()).append('\n');
            }
        }
        return words.toString();
    }

    private static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), work);
    }

    private void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come to that: " + words(), late);
        }
    }
}
