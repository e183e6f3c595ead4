package dev.rewarddesk.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class ReadingTextTest {

    private static final String HEBREW = "אני רואה בתמונה ארבעה ריבועים צבעוניים גדולים מאוד. ".repeat(8);

    private final FxRobot robot = new FxRobot();

    // TestFX calls start before every test.
    @SuppressWarnings("NullAway.Init")
    private ReadingText text;

    @SuppressWarnings("NullAway.Init")
    private TextArea typed;

    @SuppressWarnings("NullAway.Init")
    private Stage window;

    @Start
    void start(Stage stage) {
        text = new ReadingText();
        typed = new TextArea();
        ReadingText.wrapWhereThatWorks(typed);
        window = stage;
        stage.setScene(new Scene(new VBox(text, typed), 400, 400));
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void theFirstStrongLetterSaysTheDirection() {
        assertThat(ReadingText.directionOf("")).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        assertThat(ReadingText.directionOf("12 – “boats”")).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        assertThat(ReadingText.directionOf("12 – “סירות” boats")).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(ReadingText.directionOf("3 قارب")).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    }

    @Test
    void linesFollowTheWidthAndCopyingGivesTheTextItself() {
        robot.interact(() -> text.read(HEBREW));
        WaitForAsyncUtils.waitForFxEvents();
        long wide = text.getText().lines().count();
        robot.interact(() -> window.setWidth(250));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text.getText().lines().count()).isGreaterThan(wide).isGreaterThan(5);
        robot.interact(() -> window.setWidth(600));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text.getText().lines().count()).isLessThan(wide);

        String[] copied = new String[1];
        robot.interact(() -> {
            text.selectAll();
            text.copy();
            copied[0] = Clipboard.getSystemClipboard().getString();
        });
        assertThat(copied[0]).isEqualTo(HEBREW);
    }

    @Test
    void aTextAreaWrapsExceptWhereThatWouldFail() {
        robot.interact(() -> typed.setText("Four boats lie in the harbour, and one of them is red. ".repeat(3)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(typed.isWrapText()).isTrue();
        robot.interact(() -> typed.setText(HEBREW));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> typed.appendText(HEBREW));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(typed.getText()).isEqualTo(HEBREW + HEBREW);
        robot.interact(typed::clear);
        assertThat(typed.isWrapText()).isTrue();
    }
}
