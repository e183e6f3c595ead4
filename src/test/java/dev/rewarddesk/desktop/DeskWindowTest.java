package dev.rewarddesk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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

/** The whole window on a real workspace, by keyboard. */
@ExtendWith(ApplicationExtension.class)
final class DeskWindowTest {

    private static final long PATIENCE_SECONDS = 30;

    private final TestDesk desk = new TestDesk();
    private final ObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(Settings.DEFAULT.withTheme(Theme.LIGHT));

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private DeskWindow window;

    @SuppressWarnings("NullAway.Init")
    private Appearance appearance;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    private boolean quit;

    @Start
    void start(Stage stage) {
        window = new DeskWindow(
                desk.services(Path.of("no-sample")),
                settings,
                work -> Thread.ofVirtual().start(work),
                () -> quit = true);
        scene = new Scene(window.root(), 980, 700);
        appearance = Appearance.follow(scene, settings.map(Settings::theme));
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
        desk.close();
    }

    @Test
    void everyScreenIsReachedByKeyboardAndQuitToo(FxRobot robot) {
        until(() -> isAt(new Route.Welcome()));

        go(robot, KeyCode.DIGIT2, new Route.Checkpoints());
        go(robot, KeyCode.DIGIT3, new Route.Settings());
        go(robot, KeyCode.DIGIT4, new Route.Members());
        go(robot, KeyCode.L, new Route.Library());
        go(robot, KeyCode.DIGIT1, new Route.Review());
        go(robot, KeyCode.O, new Route.Welcome());
        robot.press(KeyCode.CONTROL, KeyCode.Q).release(KeyCode.Q, KeyCode.CONTROL);
        until(() -> quit);
    }

    @Test
    void theCheatSheetShowsEveryBindingAndGivesTheFocusBack(FxRobot robot) {
        go(robot, KeyCode.DIGIT3, new Route.Settings());
        until(() -> scene.getFocusOwner() != null
                && "light".equals(scene.getFocusOwner().getId()));

        robot.press(KeyCode.F1).release(KeyCode.F1);
        until(() -> robot.lookup(".cheat-sheet").tryQuery().isPresent());

        List<String> shown = robot.lookup(".cheat-sheet .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
        assertThat(shown)
                .containsAll(
                        Arrays.stream(Shortcut.values()).map(Shortcut::text).toList());
        assertThat(shown)
                .containsAll(Arrays.stream(Shortcut.values())
                        .flatMap(shortcut -> shortcut.keys().stream())
                        .toList());
        // Keys do not reach the screens below.
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        assertThat(isAt(new Route.Settings())).isTrue();

        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> robot.lookup(".cheat-sheet").tryQuery().isEmpty());
        assertThat(scene.getFocusOwner().getId()).isEqualTo("light");
    }

    @Test
    void aCheckpointIsCreatedAndActivatedByKeyboard(FxRobot robot) {
        Checkpoint one = desk.checkpoint("one");
        desk.checkpoints().activate(one, Optional.empty(), "first", false);
        go(robot, KeyCode.DIGIT2, new Route.Checkpoints());
        until(() -> scene.getFocusOwner() instanceof TableView<?>);

        robot.press(KeyCode.CONTROL, KeyCode.N).release(KeyCode.N, KeyCode.CONTROL);
        until(() -> scene.getFocusOwner() instanceof TextField);
        robot.write("one");
        robot.press(KeyCode.TAB).release(KeyCode.TAB);
        robot.write("weights");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> errors(robot).stream().anyMatch(text -> text.contains("already a checkpoint one")));

        robot.press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
        robot.write("two");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> table(robot).getItems().size() == 2);
        until(() -> scene.getFocusOwner() instanceof TableView<?>);

        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> scene.getFocusOwner() instanceof TextField);
        robot.write("because");
        desk.checkpoints()
                .activate(
                        desk.checkpoint("three"),
                        Optional.of(desk.checkpoints().list().getLast()),
                        "faster",
                        false);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> robot.lookup(".problem-box").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.isVisible() && label.getText().contains("three is")));
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> robot.lookup("#activeVersion").queryLabeled().getText().startsWith("two"));

        assertThat(desk.checkpoints().history())
                .extracting(Activation::reason)
                .containsExactly("because", "faster", "first");
    }

    @Test
    void whatWasRefusedIsFoundEditedAndDroppedByKeyboard(FxRobot robot) {
        answers(3);
        go(robot, KeyCode.DIGIT1, new Route.Review());
        until(() -> isShown(robot, "#slider"));
        scoreElsewhere();
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> isShown(robot, "#refusedCount"));
        assertThat(robot.lookup("#refusedCount").queryLabeled().getText()).isEqualTo("1 not taken");
        go(robot, KeyCode.DIGIT3, new Route.Settings());

        openRefused(robot);
        robot.type(KeyCode.DELETE);
        until(() -> isShown(robot, "#dropQuestion"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !isShown(robot, "#dropQuestion"));
        robot.type(KeyCode.ENTER);
        until(() -> isAt(new Route.Review()));
        until(() -> robot.lookup("#remark").queryLabeled().getText().startsWith("Not taken:"));
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#remark").queryLabeled().getText().isEmpty());

        openRefused(robot);
        robot.type(KeyCode.DELETE);
        until(() -> isShown(robot, "#dropQuestion"));
        robot.type(KeyCode.LEFT, KeyCode.ENTER);
        until(() -> !isShown(robot, "#refusedCount"));
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#refusedList").tryQuery().isEmpty());
        assertThat(desk.outgoing().refused()).isEmpty();
    }

    @Test
    void quittingWithUnsentRewardsSaysThatTheyAreSafe(FxRobot robot) {
        answers(2);
        go(robot, KeyCode.DIGIT1, new Route.Review());
        until(() -> isShown(robot, "#slider"));
        desk.cut();
        robot.type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> robot.lookup("#syncWord").queryLabeled().getText().startsWith("1 waiting since"));
        until(() -> robot.lookup("#connection").queryLabeled().getText().equals("Offline"));
        go(robot, KeyCode.DIGIT3, new Route.Settings());

        robot.press(KeyCode.CONTROL, KeyCode.Q).release(KeyCode.Q, KeyCode.CONTROL);
        until(() -> robot.lookup(".dialog-text").queryLabeled().getText().contains("safe on this machine"));
        assertThat(quit).isFalse();
        robot.type(KeyCode.ESCAPE);
        robot.press(KeyCode.CONTROL, KeyCode.Q).release(KeyCode.Q, KeyCode.CONTROL);
        until(() -> isShown(robot, ".dialog-text"));
        robot.type(KeyCode.ENTER);
        until(() -> quit);
    }

    @Test
    void aWindowThatEndedLeavesTheKeysOfTheSceneToTheNext(FxRobot robot) {
        until(() -> isAt(new Route.Welcome()));

        robot.interact(window::end);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.Q).release(KeyCode.Q, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(isAt(new Route.Welcome())).isTrue();
        assertThat(quit).isFalse();
    }

    @Test
    void theThemeIsSwitchedByKeyboard(FxRobot robot) {
        go(robot, KeyCode.DIGIT3, new Route.Settings());
        until(() -> scene.getFocusOwner() != null
                && "light".equals(scene.getFocusOwner().getId()));

        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
        assertThat(settings.get().theme()).isEqualTo(Theme.LIGHT);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.press(KeyCode.SPACE).release(KeyCode.SPACE);

        until(() -> settings.get().theme() == Theme.DARK);
        assertThat(Application.getUserAgentStylesheet()).contains("dark");
    }

    @Test
    void aScreenHasTheFocusFromTheBeginning() throws Exception {
        until(() -> isAt(new Route.Welcome()));
        CompletableFuture<Node> focused = new CompletableFuture<>();

        Platform.runLater(() -> {
            window.navigator().go(new Route.Settings());
            focused.complete(scene.getFocusOwner());
        });

        assertThat(focused.get(10, TimeUnit.SECONDS).getId()).isEqualTo("light");
    }

    @Test
    void noButtonIsWithoutANameForTheScreenReader(FxRobot robot) {
        for (KeyCode key : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.L, KeyCode.O)) {
            robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup(".button").queryAllAs(Button.class))
                    .allSatisfy(button -> assertThat(button.getText() + button.getAccessibleText())
                            .as(String.valueOf(button))
                            .matches(name -> name.replace("null", "").length() > 1));
        }
    }

    private void answers(int count) {
        until(() -> isAt(new Route.Welcome()));
        for (int i = 1; i <= count; i++) {
            desk.backend()
                    .service()
                    .post(
                            "/functions/v1/rft-responses",
                            "{\"user_id\": \"t\", \"prompt\": \"How many? %d\", \"response_text\": \"Two.\"}"
                                    .formatted(i))
                    .ok();
        }
    }

    /** The same person scores the first item at another desk. */
    private void scoreElsewhere() {
        ReviewService elsewhere = desk.services(Path.of("no-sample")).review();
        ReviewItem item = elsewhere.claim(1).items().getFirst();
        elsewhere.tell(new Decision.Given(new NewReward(
                UUID.randomUUID(),
                item.response().id(),
                Score.ZERO,
                Feedback.NONE,
                "",
                List.of(),
                1,
                item.lease().token())));
    }

    private void openRefused(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.U).release(KeyCode.U, KeyCode.CONTROL);
        until(() -> isShown(robot, "#refusedList"));
        until(() -> robot.lookup("#refusedList").queryListView().getItems().size() == 1);
    }

    private static boolean isShown(FxRobot robot, String node) {
        return robot.lookup(node).tryQuery().filter(DeskWindowTest::isShown).isPresent();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private void go(FxRobot robot, KeyCode key, Route expected) {
        until(() -> window.navigator().routeProperty().get().isPresent());
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
        until(() -> isAt(expected));
    }

    private boolean isAt(Route route) {
        return window.navigator().routeProperty().get().equals(Optional.of(route));
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#table").queryTableView();
    }

    private static List<String> errors(FxRobot robot) {
        return robot.lookup(".form-error").queryAllAs(Labeled.class).stream()
                .filter(Node::isVisible)
                .map(Labeled::getText)
                .toList();
    }

    private void until(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException late) {
            throw new AssertionError("It did not come to that; the focus is on " + scene.getFocusOwner(), late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
