package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Schedule;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** The part of the tour that decides: which checkpoint is better, whether to activate it, when, and back again. */
final class CheckpointsPart {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Play play;
    private final Hands hands;
    private final Camera camera;
    private final CheckpointService elsewhere;

    /** @param elsewhere another lead's */
    CheckpointsPart(Play play, CheckpointService elsewhere) {
        this.elsewhere = elsewhere;
        this.play = play;
        this.hands = play.hands();
        this.camera = play.camera();
    }

    void play() {
        guard();
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        play.until("the checkpoints are shown", () -> play.isShown("table"));
        hands.press(KeyCode.HOME);
        play.until("the evidence is shown", () -> play.isShown("meanBar"));
        camera.take("checkpoints-evidence");
        compare();
        schedule();
        activate();
        rollBack();
        create();
        failToActivate();
    }

    private void guard() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        play.until("the guard rails can be changed", () -> play.isShown("reviewers"));
        FxThread.run(() -> {
            ((TextField) play.find("rewards")).setText("20");
            ((TextField) play.find("reviewers")).setText("5");
            ((TextField) play.find("worseBy")).setText("0.05");
            play.find("reviewers").requestFocus();
        });
        hands.press(KeyCode.CONTROL, KeyCode.S);
        play.until("the guard rails are saved", () -> play.find("saveRails").isDisabled());
        FxThread.run(() -> ((ScrollPane) play.find("settingsScroll")).setVvalue(0.75));
        camera.take("settings-guard-rails");
    }

    private void compare() {
        hands.press(KeyCode.CONTROL, KeyCode.D);
        play.until("the two are compared", () -> play.isShown("verdict"));
        camera.take("checkpoints-compare");
        FxThread.run(() -> ((ScrollPane) play.find("sheet")).setVvalue(1));
        camera.take("checkpoints-compare-images");
        hands.press(KeyCode.ESCAPE);
        play.until("the list is shown again", () -> play.isShown("table"));
    }

    private void schedule() {
        ask();
        hands.type("The new one, for the night shift");
        FxThread.run(play.find("later")::requestFocus);
        hands.press(KeyCode.SPACE);
        play.settle();
        camera.take("checkpoint-schedule");
        FxThread.run(play.find("reason")::requestFocus);
        answer();
    }

    private void activate() {
        ask();
        camera.take("checkpoint-activate-empty");
        hands.type("Counts better; five reviewers are not to be had this week");
        play.settle();
        camera.take("checkpoint-activate-guarded");
        FxThread.run(play.find("override")::requestFocus);
        hands.press(KeyCode.SPACE);
        FxThread.run(play.find("reason")::requestFocus);
        play.settle();
        camera.take("checkpoint-activate");
        answer();
        showTab(2);
        camera.take("checkpoints-scheduled");
    }

    private void rollBack() {
        FxThread.run(play.find("table")::requestFocus);
        hands.press(KeyCode.CONTROL, KeyCode.B);
        play.until("the question is asked", () -> play.isShown("reason"));
        hands.type("Miscounts more than before");
        play.settle();
        camera.take("checkpoint-rollback");
        answer();
        showTab(1);
        camera.take("checkpoints-history");
        showTab(0);
    }

    private void create() {
        FxThread.run(play.find("table")::requestFocus);
        hands.press(KeyCode.CONTROL, KeyCode.N);
        play.settle();
        camera.take("checkpoint-new");
        hands.press(KeyCode.ENTER);
        play.settle();
        camera.take("checkpoint-new-refused");
        hands.press(KeyCode.ESCAPE);
    }

    // The guard rails, asked when the time has come, speak against it.
    private void failToActivate() {
        Checkpoint better = elsewhere.list().stream()
                .filter(checkpoint -> !checkpoint.active())
                .findFirst()
                .orElseThrow();
        elsewhere.schedule(better, Instant.now().plus(SOON), "Counts better", false);
        showTab(2);
        play.until(
                "it is said that it was not activated",
                () -> ((ListView<?>) play.find("schedules"))
                        .getItems().stream()
                                .map(Schedule.class::cast)
                                .anyMatch(schedule -> schedule.state() == Schedule.State.FAILED));
        camera.take("checkpoints-not-activated");
        showTab(0);
    }

    private void ask() {
        FxThread.run(play.find("table")::requestFocus);
        hands.press(KeyCode.HOME);
        hands.press(KeyCode.ENTER);
        play.until("the question is asked", () -> play.isShown("reason"));
        play.settle();
    }

    private void answer() {
        hands.press(KeyCode.ENTER);
        play.until("the question is answered", () -> !play.isShown("reason"));
    }

    private void showTab(int index) {
        FxThread.run(() -> ((TabPane) play.find("tabs")).getSelectionModel().select(index));
        play.settle();
    }
}
