package dev.rewarddesk.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.image.EncodedImages;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** One item: what of it is shown, and where the keys lead. */
@ExtendWith(ApplicationExtension.class)
final class ItemByKeyboardTest extends ReviewScreen {

    @Start
    void start(Stage stage) throws IOException {
        show(stage);
    }

    @Test
    void typeAndQualitySuggestTheScoreVisiblyUntilItIsSetByHand() throws TimeoutException {
        bench.addAnswers(1);
        open();
        type(KeyCode.D);
        assertThat(text("#number")).isEqualTo("−0.50");
        type(KeyCode.DIGIT1);
        assertThat(text("#number")).isEqualTo("−0.90");
        assertThat(text("#origin")).isEqualTo("suggested");
        assertThat(robot.lookup("#dislike").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(robot.lookup("#quality1").queryAs(ToggleButton.class).isSelected())
                .isTrue();

        type(KeyCode.RIGHT, KeyCode.N);
        assertThat(text("#number")).isEqualTo("−0.85");
        assertThat(text("#origin")).isEqualTo("set by you · −0.40 suggested");
        type(KeyCode.BACK_SPACE);
        assertThat(text("#number")).isEqualTo("−0.40");
    }

    @Test
    void whatIsTypedIntoTheCommentDoesNothingElse() throws TimeoutException {
        bench.addAnswers(2);
        open();
        type(KeyCode.C);
        until(() -> comment().isFocused());
        robot.write("lnds f 15+-0?");
        assertThat(comment().getText()).isEqualTo("lnds f 15+-0?");
        assertThat(text("#number")).isEqualTo("–");
        assertThat(text("#prompt")).endsWith(" 1");

        type(KeyCode.ESCAPE, KeyCode.L);
        assertThat(comment().isFocused()).isFalse();
        type(KeyCode.C);
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        until(() -> bench.ask("select comment from rewards").equals("lnds f 15+-0?"));
        until(() -> text("#prompt").endsWith(" 2"));
        assertThat(comment().getText()).isEmpty();
        until(() -> !comment().isFocused());
    }

    @Test
    void theImageIsZoomedAndMovedByKeyboard() throws TimeoutException {
        String image = bench.addImage("quarters.png", EncodedImages.encode(EncodedImages.quarters(4000, 3000), "png"));
        bench.addAnswer("What colours?", "Four.", image);
        open();
        until(() -> viewpoint() != null);
        double fitting = zoom();
        robot.press(KeyCode.SHIFT).type(KeyCode.EQUALS).release(KeyCode.SHIFT);
        assertThat(zoom()).isGreaterThan(fitting);
        type(KeyCode.MINUS);
        assertThat(zoom()).isEqualTo(fitting);
        type(KeyCode.Z);
        assertThat(zoom()).isEqualTo(1);
        double x = Objects.requireNonNull(viewpoint()).x();
        robot.press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        assertThat(Objects.requireNonNull(viewpoint()).x()).isLessThan(x);
        assertThat(text("#number")).isEqualTo("–");
        type(KeyCode.DIGIT0);
        assertThat(zoom()).isEqualTo(fitting);
        assertThat(text("#number")).as("0 is no quality").isEqualTo("–");
    }

    @Test
    void anotherAnswerToTheSameImageKeepsTheZoom() throws TimeoutException {
        String image = bench.addImage("same.png", EncodedImages.encode(EncodedImages.quarters(4001, 3000), "png"));
        bench.addAnswer("What colours? 1", "Four.", image);
        bench.addAnswer("What colours? 2", "Five.", image);
        open();
        until(() -> viewpoint() != null);
        type(KeyCode.Z, KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 2"));

        assertThat(zoom()).isEqualTo(1);
    }

    @Test
    void tabGoesRoundAndIsTrappedNowhere() throws TimeoutException {
        bench.addAnswers(1);
        open();
        Set<String> visited = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Node owner = view.root().getScene().getFocusOwner();
            visited.add(owner == null || owner.getId() == null ? "?" : owner.getId());
            type(KeyCode.TAB);
        }

        assertThat(visited)
                .contains(
                        "prompt",
                        "answer",
                        "like",
                        "neutral",
                        "dislike",
                        "quality1",
                        "quality5",
                        "slider",
                        "comment",
                        "skip",
                        "flag",
                        "submit");
        assertThat(comment().getText()).isEmpty();
    }

    @Test
    void enterSubmitsFromAChoiceAndClicksAButton() throws TimeoutException {
        bench.addAnswers(2);
        open();
        robot.interact(() -> robot.lookup("#skip").query().requestFocus());
        type(KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 2"));
        robot.interact(() -> robot.lookup("#like").query().requestFocus());
        type(KeyCode.SPACE, KeyCode.ENTER);
        until(() -> bench.ask("select feedback_type from rewards").equals("like"));
    }

    @Test
    void textRunsInItsOwnDirectionAndWraps() throws TimeoutException {
        String arabic = "أرى في الصورة أربعة مربعات ملونة: أحمر وأخضر في الأعلى، وأزرق وأبيض في الأسفل. ".repeat(4);
        bench.addAnswer("ما هذا؟", arabic, null);
        bench.addAnswer("これは何ですか。", "四つの色の領域があります。".repeat(30), null);
        open();
        TextArea answer = robot.lookup("#answer").queryAs(TextArea.class);
        assertThat(answer.getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(answer.getText().lines().count()).isGreaterThan(3);
        assertThat(answer.getText().replace("\n", "")).isEqualTo(arabic);
        robot.interact(() -> comment().setText(arabic));
        WaitForAsyncUtils.waitForFxEvents();

        type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> answer.getText().startsWith("四つ"));
        assertThat(answer.getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        until(() -> bench.ask("select comment from rewards").equals(arabic.strip()));
    }

    @Test
    void aLongAnswerIsScrolledByKeyboard() throws TimeoutException {
        bench.addAnswer("Go on.", "And so on. ".repeat(900), null);
        open();
        type(KeyCode.PAGE_DOWN);
        TextArea answer = robot.lookup("#answer").queryAs(TextArea.class);
        until(() -> answer.getScrollTop() > 50);
        type(KeyCode.PAGE_UP);
        until(() -> answer.getScrollTop() == 0);
    }
}
