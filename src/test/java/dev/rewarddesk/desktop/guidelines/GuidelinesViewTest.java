package dev.rewarddesk.desktop.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.theme.Appearance;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.model.WorkspaceChange;
import dev.rewarddesk.settings.GuidelinesPane;
import dev.rewarddesk.settings.Settings;
import dev.rewarddesk.settings.Theme;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class GuidelinesViewTest {

    private final FxRobot robot = new FxRobot();
    private final TestDesk desk = new TestDesk();
    private final AccountService account = desk.services(Path.of("unused")).account();
    private final CurrentWorkspace workspace = desk.workspace();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private GuidelinesView view;

    @SuppressWarnings("NullAway.Init")
    private Button work;

    @Start
    void start(Stage stage) {
        view = new GuidelinesView(new GuidelinesViewModel(workspace, settings), _ -> {});
        work = new Button("work");
        HBox all = new HBox(view.root(), work, view.button());
        Scene scene = new Scene(all, 900, 500);
        Appearance.follow(scene, new SimpleObjectProperty<>(Theme.LIGHT));
        view.bindKeys(scene, () -> true);
        view.shareRoom(all.widthProperty(), 400);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
        work.requestFocus();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aKeyAndAButtonShowAndHideItAndTheFocusStays() {
        assertThat(view.root().isVisible()).isFalse();

        robot.type(KeyCode.G);
        assertThat(view.root().isVisible()).isTrue();
        assertThat(settings.get().guidelines().open()).isTrue();
        robot.clickOn(".guidelines-button");
        assertThat(view.root().isVisible()).isFalse();
        robot.clickOn(".guidelines-button");
        robot.clickOn("#close");
        assertThat(view.root().isVisible()).isFalse();

        assertThat(settings.get().guidelines().open()).isFalse();
        assertThat(work.isFocused()).isTrue();
    }

    @Test
    void withoutGuidelinesItSaysWhoCanWriteThem() {
        robot.type(KeyCode.G);

        assertThat(robot.lookup("#notice").queryAs(Labeled.class).getText()).contains("You can write them in Settings");
    }

    @Test
    void whatIsWrittenIsShownAndScrolledWithoutTheFocus() {
        robot.type(KeyCode.G);
        account.change(
                new WorkspaceChange(null, null, "# Look twice\n\n" + "Then score. \n\n".repeat(60)),
                workspace.workspaceProperty().get().orElseThrow());
        robot.interact(workspace::refresh);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup(".markdown-heading-1").tryQuery()).isPresent();
        robot.clickOn(".markdown-heading-1");
        robot.clickOn("#scroll");
        assertThat(work.isFocused()).isTrue();
    }

    @Test
    void itsWidthIsDraggedWithinBoundsAndRemembered() throws TimeoutException {
        robot.type(KeyCode.G);
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> robot.lookup("#edge").queryAs(Region.class).getHeight() > 0);

        drag(80);
        assertThat(settings.get().guidelines().width()).isBetween(390, 410);
        drag(300);
        assertThat(settings.get().guidelines().width())
                .as("the rest needs 400 of 900")
                .isEqualTo(500);
        drag(-480);
        assertThat(settings.get().guidelines().width()).isEqualTo(GuidelinesPane.NARROWEST);
        assertThat(((Region) view.root()).getWidth()).isEqualTo(GuidelinesPane.NARROWEST);
    }

    // The headless platform's robot moves the mouse without dragging.
    private void drag(double by) {
        robot.interact(() -> {
            Region edge = robot.lookup("#edge").queryAs(Region.class);
            double from = edge.localToScene(edge.getBoundsInLocal()).getCenterX();
            fire(edge, MouseEvent.MOUSE_PRESSED, from);
            fire(edge, MouseEvent.MOUSE_DRAGGED, from + by);
            fire(edge, MouseEvent.MOUSE_RELEASED, from + by);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> view.root().getScene().getRoot().layout());
    }

    private static void fire(Region edge, EventType<MouseEvent> type, double sceneX) {
        edge.fireEvent(new MouseEvent(
                type,
                sceneX,
                10,
                sceneX,
                10,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null));
    }
}
