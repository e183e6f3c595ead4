package dev.rewarddesk.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.task.Tasks;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Items decided on, one after the other: scored, skipped, flagged, undone, changed. */
@ExtendWith(ApplicationExtension.class)
final class DecidingByKeyboardTest extends ReviewScreen {

    @Start
    void start(Stage stage) throws IOException {
        show(stage);
    }

    @Test
    void tenItemsAreScoredByKeyboardWhileTheLineIsCutAndAreAllInTheDatabase() throws TimeoutException {
        bench.addAnswers(10);
        open();
        for (int i = 1; i <= 10; i++) {
            String number = " " + i;
            until(() -> text("#prompt").endsWith(number));
            switch (i % 3) {
                case 0 -> type(KeyCode.L, KeyCode.DIGIT5);
                case 1 -> type(KeyCode.RIGHT, KeyCode.RIGHT);
                default -> {
                    robot.press(KeyCode.SHIFT).type(KeyCode.LEFT, 2).release(KeyCode.SHIFT);
                    type(KeyCode.C);
                    robot.write("no " + i);
                    type(KeyCode.ESCAPE);
                }
            }
            if (i == 4) {
                bench.valve.set(Valve.State.SHUT);
            }
            type(KeyCode.ENTER);
        }
        until(() -> robot.lookup("#failed").query().isVisible());
        assertThat(text("#failedText")).contains("safe on this machine");
        assertThat(text("#progressText")).startsWith("10 this session");

        bench.valve.set(Valve.State.OPEN);
        type(KeyCode.F5);
        until(() -> bench.ask("select count(*) from rewards").equals("10"));
        assertThat(bench.ask(
                        "select score || coalesce(' ' || feedback_type || quality, '') || coalesce(' ' || comment, '')"
                                + " from rewards w join responses r on r.id = response_id order by r.created_at"))
                .isEqualTo("""
                        0.1
                        -0.5 no 2
                        0.9 like5
                        0.1
                        -0.5 no 5
                        0.9 like5
                        0.1
                        -0.5 no 8
                        0.9 like5
                        0.1""");
        until(() -> robot.lookup("#done").query().isVisible());
        assertThat(text("#doneText")).contains("10 today");
    }

    @Test
    void whatIsTypedWhileADecisionIsWrittenMeetsTheNextItem() throws TimeoutException {
        bench.addAnswers(2);
        open();
        type(KeyCode.RIGHT);
        slow = new CountDownLatch(1);
        robot.type(KeyCode.ENTER, KeyCode.D, KeyCode.C);
        robot.write("typed early");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text("#prompt")).endsWith(" 1");
        assertThat(text("#number")).isEqualTo("+0.05");
        assertThat(comment().getText()).isEmpty();

        slow.countDown();
        until(() -> text("#prompt").endsWith(" 2"));
        until(() -> comment().getText().equals("typed early"));
        assertThat(text("#number")).isEqualTo("−0.50");
        until(() ->
                bench.ask("select score || coalesce(comment, '') from rewards").equals("0.05"));
    }

    @Test
    void theLastOneIsUndoneChangedAndLeftByKeyboard() throws TimeoutException {
        bench.addAnswers(3);
        open();
        type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 2"));
        until(() -> bench.ask("select count(*) from rewards").equals("1"));
        until(() -> model.historyProperty().get().getFirst().fate() == Past.Fate.SYNCED);
        type(KeyCode.LEFT);
        undo();
        until(() -> text("#prompt").endsWith(" 1"));
        assertThat(text("#remark")).contains("Esc leaves it as it was");
        assertThat(robot.lookup("#skip").query().isDisabled()).isTrue();
        type(KeyCode.L, KeyCode.ESCAPE);
        until(() -> text("#prompt").endsWith(" 2"));
        assertThat(text("#number")).isEqualTo("−0.05");

        undo();
        until(() -> text("#prompt").endsWith(" 1"));
        type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> bench.ask("select score || ' ' || revision from rewards").equals("0.1 2"));
        assertThat(text("#prompt")).endsWith(" 2");
    }

    @Test
    void inTheCommentWhatWasTypedIsUndoneFirst() throws TimeoutException {
        bench.addAnswers(2);
        open();
        type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 2"));
        type(KeyCode.C);
        robot.write("x");
        undo();

        assertThat(comment().getText()).isEmpty();
        assertThat(text("#prompt")).endsWith(" 2");
    }

    @Test
    void theHistoryIsOpenedByKeyboardAndAnyOfItIsChanged() throws TimeoutException {
        bench.addAnswers(4);
        open();
        for (int i = 1; i <= 3; i++) {
            type(KeyCode.RIGHT, KeyCode.ENTER);
            String next = " " + (i + 1);
            until(() -> text("#prompt").endsWith(next));
        }
        until(() -> bench.ask("select count(*) from rewards").equals("3"));
        type(KeyCode.H);
        until(() -> robot.lookup("#historyList").tryQuery().isPresent());
        until(() -> robot.lookup("#historyList .entry-fate").queryAllAs(Labeled.class).stream()
                        .filter(fate -> fate.getText().endsWith("in the workspace"))
                        .count()
                == 3);
        type(KeyCode.DOWN, KeyCode.ENTER);
        until(() -> !overlay.openProperty().get());
        until(() -> text("#prompt").endsWith(" 2"));
        type(KeyCode.D, KeyCode.BACK_SPACE, KeyCode.ENTER);
        until(() -> bench.ask("select string_agg(score::text, ' ' order by created_at) from rewards")
                .equals("0.05 -0.5 0.05"));
        until(() -> text("#prompt").endsWith(" 4"));
    }

    @Test
    void skippingAsksForAReasonOnlyWhenAskedTo() throws TimeoutException {
        bench.addAnswers(4);
        open();
        shift(KeyCode.S);
        until(() -> robot.lookup("#ownWords").query().getParent().isVisible());
        type(KeyCode.ESCAPE);
        assertThat(text("#prompt")).endsWith(" 1");
        shift(KeyCode.S);
        type(KeyCode.DIGIT2);
        until(() -> text("#prompt").endsWith(" 2"));
        shift(KeyCode.S);
        robot.interact(() -> robot.lookup("#ownWords").query().requestFocus());
        robot.write("5 too many");
        type(KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 3"));
        until(() -> bench.ask("select reason from review_skips order by created_at")
                .equals("I do not know the subject\n5 too many"));
    }

    @Test
    void aDraftIsThereAfterACrash() throws TimeoutException {
        bench.addAnswers(1);
        open();
        type(KeyCode.L, KeyCode.C);
        robot.write("half a sen");
        until(() -> bench.outgoing.drafts().stream()
                .anyMatch(draft -> draft.comment().equals("half a sen")));
        robot.interact(() -> {
            bench.crash(tasks);
            Tasks anew = new Tasks(this::inBackground, Platform::runLater, unexpected::add);
            model = bench.model(anew);
            view = view(anew);
            ((StackPane) overlay.getParent()).getChildren().set(0, view.root());
        });
        open();

        until(() -> comment().getText().equals("half a sen"));
        assertThat(text("#number")).isEqualTo("+0.50");
        assertThat(text("#remark")).contains("entered before is back");
    }

    @Test
    void flaggingAsksForAReasonByOneKey() throws TimeoutException {
        bench.addAnswers(2);
        open();
        type(KeyCode.F);
        assertThat(robot.lookup(".reason-choice").query().isVisible()).isTrue();
        type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".reason-choice").query().isVisible()).isFalse();
        assertThat(text("#prompt")).endsWith(" 1");

        type(KeyCode.F, KeyCode.DIGIT3);
        until(() -> bench.ask("select reason from review_flags").equals("not_safe"));
        until(() -> text("#prompt").endsWith(" 2"));
        assertThat(text("#number"))
                .as("the key that chose the reason does nothing else")
                .isEqualTo("–");
    }

    @Test
    void skippingIsOneKeyAndComesBackLast() throws TimeoutException {
        bench.addAnswers(2);
        open();
        type(KeyCode.S);
        until(() -> text("#prompt").endsWith(" 2"));
        type(KeyCode.RIGHT, KeyCode.ENTER);
        until(() -> text("#prompt").endsWith(" 1"));
    }

    @Test
    void enterWithoutAScoreSaysThatOneIsMissing() throws TimeoutException {
        bench.addAnswers(1);
        open();
        type(KeyCode.ENTER);

        assertThat(text("#origin")).isEqualTo("Give it a score first");
    }
}
