package dev.rewarddesk.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.DeskWindow;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.model.GuardRails;
import dev.rewarddesk.model.Revised;
import dev.rewarddesk.model.WorkspaceChange;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
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

/** The settings while another lead changes them too, by keyboard on a real workspace. */
@ExtendWith(ApplicationExtension.class)
final class SettingsViewTest {

    private static final long PATIENCE_SECONDS = 30;

    private final FxRobot robot = new FxRobot();
    private final TestDesk desk = new TestDesk();
    private final AccountService elsewhere = desk.services(Path.of("no-sample")).account();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private DeskWindow window;

    @SuppressWarnings("NullAway.Init")
    private Appearance appearance;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        window = new DeskWindow(
                desk.services(Path.of("no-sample")),
                new SimpleObjectProperty<>(Settings.DEFAULT.withTheme(Theme.LIGHT)),
                work -> Thread.ofVirtual().start(work),
                () -> {});
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
        desk.close();
    }

    @Test
    void whereBothChangedARuleTheLeadKeepsTheirOwn() {
        bothChangeTheOverlap();

        press("keepMine");
        until(() -> !isShown("conflict") && hasFocus("save"));
        press("save");

        until(() -> elsewhere.workspace().overlap() == 5);
        until(() -> !isShown("unsaved"));
    }

    @Test
    void whereBothChangedARuleTheLeadTakesTheOthers() {
        bothChangeTheOverlap();

        press("takeTheirs");

        until(() -> !isShown("conflict") && !isShown("unsaved"));
        assertThat(field("overlap").getText()).isEqualTo("3");
        assertThat(elsewhere.workspace().overlap()).isEqualTo(3);
    }

    @Test
    void whereBothChangedAGuardRailTheLeadKeepsTheirOwn() {
        bothChangeTheReviewers();

        press("keepMyRails");
        until(() -> !isShown("railsConflict") && hasFocus("saveRails"));
        press("saveRails");

        until(() -> elsewhere.guardRails().value().reviewers() == 4);
        until(() -> !isShown("railsUnsaved"));
    }

    @Test
    void whereBothChangedAGuardRailTheLeadTakesTheOthers() {
        bothChangeTheReviewers();

        press("takeTheirRails");

        until(() -> !isShown("railsConflict") && !isShown("railsUnsaved"));
        assertThat(field("reviewers").getText()).isEqualTo("2");
        assertThat(elsewhere.guardRails().value().reviewers()).isEqualTo(2);
    }

    private void bothChangeTheOverlap() {
        open();
        until(() -> isShown("save"));
        robot.interact(() -> {
            field("overlap").requestFocus();
            field("overlap").setText("5");
        });
        elsewhere.change(new WorkspaceChange(3, null, null), elsewhere.workspace());
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);

        until(() -> isShown("conflict"));
        assertThat(hasFocus("overlap")).as("the focus stays where it was").isTrue();
        assertThat(text("conflictText")).contains("3");
        assertThat(field("overlap").getText()).isEqualTo("5");
        assertThat(elsewhere.workspace().overlap()).isEqualTo(3);
    }

    private void bothChangeTheReviewers() {
        open();
        until(() -> isShown("saveRails") && !field("reviewers").getText().isEmpty());
        robot.interact(() -> field("reviewers").setText("4"));
        Revised<GuardRails> now = elsewhere.guardRails();
        elsewhere.change(
                new GuardRails(
                        now.value().rewards(),
                        2,
                        now.value().lowerBound(),
                        now.value().days()),
                now.revision());
        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);

        until(() -> isShown("railsConflict"));
        assertThat(text("railsConflictText")).contains("2");
        assertThat(elsewhere.guardRails().value().reviewers()).isEqualTo(2);
    }

    private void open() {
        until(() -> window.navigator().routeProperty().get().isPresent());
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        until(() -> hasFocus("light"));
    }

    private void press(String id) {
        robot.interact(() -> scene.lookup("#" + id).requestFocus());
        robot.type(KeyCode.SPACE);
    }

    // The form for leads, not what everybody else reads.
    private TextInputControl field(String id) {
        return scene.getRoot().lookupAll("#" + id).stream()
                .filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String text(String id) {
        return ((Labeled) scene.lookup("#" + id)).getText();
    }

    private boolean hasFocus(String id) {
        return scene.getFocusOwner() != null && id.equals(scene.getFocusOwner().getId());
    }

    private boolean isShown(String id) {
        Node node = scene.lookup("#" + id);
        boolean shown = node != null;
        for (Node each = node; each != null; each = each.getParent()) {
            shown &= each.isVisible();
        }
        return shown;
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
