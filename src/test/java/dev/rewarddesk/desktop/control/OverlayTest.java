package dev.rewarddesk.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class OverlayTest {

    private final FxRobot robot = new FxRobot();

    // TestFX calls start before every test; before the first one there is no toolkit.
    @SuppressWarnings("NullAway.Init")
    private Button below;

    @SuppressWarnings("NullAway.Init")
    private Button late;

    @SuppressWarnings("NullAway.Init")
    private Button first;

    @SuppressWarnings("NullAway.Init")
    private Button second;

    @SuppressWarnings("NullAway.Init")
    private Overlay overlay;

    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        below = new Button("below");
        late = new Button("late");
        first = new Button("first");
        second = new Button("second");
        overlay = new Overlay();
        scene = new Scene(new StackPane(new HBox(below, late), overlay), 400, 300);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        below.requestFocus();
    }

    @Test
    void tabGoesRoundWithinTheCardAndEscGivesTheFocusBack() {
        open();
        assertThat(focused()).isEqualTo(first);
        robot.type(KeyCode.TAB);
        assertThat(focused()).isEqualTo(second);
        robot.type(KeyCode.TAB);
        assertThat(focused()).isEqualTo(first);
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(focused()).isEqualTo(second);

        robot.type(KeyCode.ESCAPE);

        assertThat(overlay.isVisible()).isFalse();
        assertThat(focused()).isEqualTo(below);
    }

    @Test
    void whatAsksForTheFocusMeanwhileHasItAfterwards() {
        open();

        robot.interact(late::requestFocus);
        assertThat(focused()).isEqualTo(first);
        robot.type(KeyCode.ESCAPE);

        assertThat(focused()).isEqualTo(late);
    }

    @Test
    void escClosesTheCardAlsoAfterItsFocusWasTakenAway() {
        open();
        robot.interact(() -> second.requestFocus());

        robot.interact(() -> second.setDisable(true));
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.ESCAPE);

        assertThat(overlay.isVisible()).isFalse();
        assertThat(focused()).isEqualTo(below);
    }

    private void open() {
        robot.interact(() -> overlay.open(new HBox(first, second), first));
    }

    private @Nullable Node focused() {
        WaitForAsyncUtils.waitForFxEvents();
        return scene.getFocusOwner();
    }
}
