package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.desktop.Services;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;

/** The tour's script. */
public final class Tour {

    private final Play play;
    private final Hands hands;
    private final Camera camera;

    private Tour(Play play) {
        this.play = play;
        this.hands = play.hands();
        this.camera = play.camera();
    }

    /**
     * Plays the main job by keyboard on an empty, throw-away workspace: loads the sample, scores it all, activates
     * checkpoints. Call
     * it from any thread but the FX thread.
     *
     * @param folder where the pictures go; made when it is not there
     * @return the pictures, in the order they were taken
     * @throws TourException when a step does not lead to where it should
     */
    public static List<Path> play(Services services, Path folder) {
        FxThread.startHeadless();
        try (Play play = Play.open(services, folder)) {
            Tour tour = new Tour(play);
            tour.welcome();
            new ReviewPart(play).play();
            new LibraryPart(play).play();
            tour.keys();
            tour.checkpoints();
            tour.settings();
            return play.camera().pictures();
        }
    }

    private void welcome() {
        play.until("the welcome of an empty workspace is shown", () -> isShown("choosing"));
        camera.take("welcome");
        hands.press(KeyCode.ENTER);
        play.until("the sample is loaded", () -> isShown("imported"));
        camera.take("welcome-imported");
        hands.press(KeyCode.ENTER);
    }

    private void keys() {
        hands.type("?");
        play.settle();
        camera.take("cheat-sheet");
        hands.press(KeyCode.ESCAPE);
    }

    private void checkpoints() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        play.until("the checkpoints are shown", () -> isShown("table"));
        hands.press(KeyCode.HOME);
        hands.press(KeyCode.ENTER);
        confirm("Scores 0.2 higher on the nightly set", "checkpoint-activate");
        camera.take("checkpoints");
        hands.press(KeyCode.CONTROL, KeyCode.B);
        confirm("Miscounts more than before", "checkpoint-rollback");
        camera.take("checkpoints-history");
        hands.press(KeyCode.CONTROL, KeyCode.N);
        play.settle();
        camera.take("checkpoint-new");
        hands.press(KeyCode.ENTER);
        play.settle();
        camera.take("checkpoint-new-refused");
        hands.press(KeyCode.ESCAPE);
    }

    private void confirm(String reason, String picture) {
        play.until("the question is asked", () -> play.isShown("reason"));
        hands.type(reason);
        camera.take(picture);
        hands.press(KeyCode.ENTER);
        play.until("the question is answered", () -> !play.isShown("reason"));
    }

    private void settings() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        play.settle();
        camera.take("settings");
    }

    private boolean isShown(String id) {
        return play.isShown(id);
    }
}
