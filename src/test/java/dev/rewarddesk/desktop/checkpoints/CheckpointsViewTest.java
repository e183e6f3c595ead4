package dev.rewarddesk.desktop.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.RatedDesk;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.GuardRails;
import dev.rewarddesk.model.Schedule;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real screen on a real workspace with rewards in it, worked by keyboard alone. */
@ExtendWith(ApplicationExtension.class)
final class CheckpointsViewTest {

    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final FxRobot robot = new FxRobot();
    private final RecordingNotices notices = new RecordingNotices();
    private final CopyOnWriteArrayList<Throwable> unexpected = new CopyOnWriteArrayList<>();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private RatedDesk desk;

    @SuppressWarnings("NullAway.Init")
    private CheckpointsView view;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) throws IOException {
        desk = new RatedDesk(Files.createTempDirectory(folder, "sample"));
        Tasks tasks = new Tasks(work -> Thread.ofVirtual().start(work), Platform::runLater, unexpected::add);
        Overlay overlay = new Overlay();
        CheckpointsViewModel model = new CheckpointsViewModel(
                desk.desk().checkpoints(),
                desk.desk().workspace(),
                notices,
                tasks,
                Clock.system(ZoneId.of("Asia/Tokyo")),
                desk.services().review()::bytesOf);
        view = new CheckpointsView(model, overlay, name -> Optional.of(folder.resolve(name))).bindKeys();
        // As the program has it: a light stylesheet, whatever the machine prefers.
        scene = Appearance.inLight(new StackPane(view.root(), overlay));
        stage.setScene(scene);
        stage.sizeToScene();
        stage.setWidth(980);
        stage.setHeight(760);
        stage.show();
        stage.requestFocus();
        view.onShow();
    }

    @AfterEach
    void close() {
        Platform.runLater(view::onHide);
        WaitForAsyncUtils.waitForFxEvents();
        desk.close();
        assertThat(unexpected).isEmpty();
    }

    @Test
    void theEvidenceOfTheSelectedOneIsShown() {
        select("two");
        until(() -> isShown("#meanBar") && text("#recorded").contains("+0.20"));
        assertThat(text("#mean")).startsWith("−0.");
        assertThat(text("#sharesText")).contains("100\u00a0% negative");

        press(KeyCode.DOWN);
        until(() -> text("#recorded").contains("+0.10"));
    }

    @Test
    void twoAreComparedAndTakenAway() throws IOException {
        select("two");
        press(KeyCode.CONTROL, KeyCode.D);
        until(() -> isShown("#verdict") && !text("#verdict").isEmpty());
        assertThat(text("#verdict")).contains("one is ", "better than two");
        assertThat(robot.lookup(".image-card").queryAll()).hasSize(2);

        press(KeyCode.CONTROL, KeyCode.S);
        until(() -> notices.told().stream().anyMatch(told -> told.contains("two-one.png")));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        until(() -> notices.told().stream().anyMatch(told -> told.contains("two-one.csv")));
        BufferedImage picture = ImageIO.read(folder.resolve("two-one.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(2320);
        assertThat(picture.getHeight()).isGreaterThan(1200);
        assertThat(picture.getRGB(4, 4)).isEqualTo(0xffffffff);
        assertThat(folder.resolve("two-one.csv")).isNotEmptyFile();

        press(KeyCode.ESCAPE);
        until(() -> !isShown("#verdict") && scene.getFocusOwner() instanceof TableView<?>);
    }

    @Test
    void activatingAsksForAReasonAndForAnOverrideWhereGuardRailsSpeakAgainstIt() {
        AccountService account = desk.services().account();
        account.change(new GuardRails(0, 5, null, null), account.workspace().revision());
        ask("two");
        assertThat(text("#warningLines .label")).contains("5 are asked for");
        press(KeyCode.ENTER);
        assertThat(text("#hint")).contains("why");

        robot.write("because");
        until(() -> text("#hint").contains("although"));
        press(KeyCode.ENTER);
        press(KeyCode.SHIFT, KeyCode.TAB);
        press(KeyCode.SPACE);
        press(KeyCode.TAB);
        until(() -> !isShown("#hint"));
        press(KeyCode.ENTER);
        until(() -> text("#activeVersion").equals("two"));

        Activation entry = desk.desk().checkpoints().history().getFirst();
        assertThat(entry.overridden()).isTrue();
        assertThat(entry.reason()).isEqualTo("because");
    }

    @Test
    void aColleagueWhoWasFasterIsNamedAndThenTheOtherIsReplaced() {
        Checkpoint three = desk.desk().checkpoint("three");
        ask("two");
        robot.write("because");
        desk.desk().checkpoints().activate(three, Optional.of(desk.checkpoint("one")), "faster", false);
        press(KeyCode.ENTER);
        until(() ->
                text("#problem").contains("one was active") && text("#problem").contains("three is"));

        press(KeyCode.ENTER);
        until(() -> text("#activeVersion").equals("two"));
    }

    @Test
    void whatOthersActivateIsShownWithoutAsking() {
        until(() -> text("#activeVersion").equals("one"));
        desk.desk()
                .checkpoints()
                .activate(desk.checkpoint("two"), Optional.of(desk.checkpoint("one")), "somebody else", false);

        until(() -> text("#activeVersion").equals("two"));
    }

    @Test
    void anActivationIsSetForLaterAndTakenBack() {
        ask("two");
        robot.write("for the night");
        press(KeyCode.TAB);
        press(KeyCode.SPACE);
        until(() -> isShown("#day"));
        assertThat(text("#zone")).contains("Asia/Tokyo").contains("+09:00");
        press(KeyCode.SHIFT, KeyCode.TAB);
        press(KeyCode.ENTER);
        until(() -> scene.getFocusOwner() instanceof TableView<?>
                && !desk.desk().checkpoints().schedules().isEmpty());

        press(KeyCode.TAB);
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        until(() -> isShown("#schedules")
                && robot.lookup("#schedules").queryListView().getItems().size() == 1);
        for (int tabs = 0; tabs < 6 && !hasFocus("schedules"); tabs++) {
            press(KeyCode.TAB);
        }
        press(KeyCode.HOME);
        for (int tabs = 0; tabs < 12 && !hasFocus("cancelSchedule"); tabs++) {
            press(KeyCode.SHIFT, KeyCode.TAB);
        }
        press(KeyCode.SPACE);
        until(() -> desk.desk().checkpoints().schedules().getFirst().state() == Schedule.State.CANCELLED);
    }

    @Test
    void rollingBackIsOneStep() {
        desk.desk()
                .checkpoints()
                .activate(desk.checkpoint("two"), Optional.of(desk.checkpoint("one")), "a mistake", false);
        until(() -> text("#activeVersion").equals("two"));

        press(KeyCode.CONTROL, KeyCode.B);
        until(() -> scene.getFocusOwner() instanceof TextField);
        press(KeyCode.ENTER);

        until(() -> text("#activeVersion").equals("one"));
        assertThat(desk.desk().checkpoints().history().getFirst().kind()).isEqualTo(Activation.Kind.ROLLBACK);
    }

    private void ask(String version) {
        select(version);
        press(KeyCode.ENTER);
        until(() -> scene.getFocusOwner() instanceof TextField && isShown("#evidence"));
    }

    private void select(String version) {
        until(() -> scene.getFocusOwner() instanceof TableView<?>
                && !robot.lookup("#table").queryTableView().getItems().isEmpty());
        press(KeyCode.HOME);
        for (int i = 0; i < 5 && !selected().equals(version); i++) {
            press(KeyCode.DOWN);
        }
        assertThat(selected()).isEqualTo(version);
    }

    private String selected() {
        return robot.lookup("#table")
                .<Checkpoint>queryTableView()
                .getSelectionModel()
                .getSelectedItem()
                .version();
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean hasFocus(String id) {
        return scene.getFocusOwner() != null && id.equals(scene.getFocusOwner().getId());
    }

    private boolean isShown(String query) {
        return shown(query).isPresent();
    }

    private String text(String query) {
        return shown(query).map(node -> ((Labeled) node).getText()).orElse("");
    }

    private Optional<Node> shown(String query) {
        return scene.getRoot().lookupAll(query).stream()
                .filter(CheckpointsViewTest::isShown)
                .findFirst();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
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
