package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.desktop.library.LibraryRow;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.review.ReviewService;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** The part of the tour that looks through what was scored. */
final class LibraryPart {

    private final Play play;
    private final Hands hands;
    private final Camera camera;
    private final ReviewService elsewhere;
    private final Tour.Line line;

    /** @param elsewhere the same reviewer at another desk */
    LibraryPart(Play play, ReviewService elsewhere, Tour.Line line) {
        this.play = play;
        this.elsewhere = elsewhere;
        this.line = line;
        this.hands = play.hands();
        this.camera = play.camera();
    }

    void play() {
        hands.press(KeyCode.CONTROL, KeyCode.L);
        play.until("the library is shown", () -> play.isShown("list"));
        camera.take("library");
        hands.press(KeyCode.ENTER);
        play.until("a response is open", () -> play.isShown("open"));
        camera.take("library-open");
        edit();
        beSlower();
        hands.press(KeyCode.ESCAPE);
        hands.press(KeyCode.ALT, KeyCode.DIGIT2);
        play.settle();
        camera.take("library-rewards");
        hands.type("/");
        hands.type("pears");
        hands.press(KeyCode.ENTER);
        play.settle();
        camera.take("library-search");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        play.settle();
        hands.press(KeyCode.ALT, KeyCode.DIGIT3);
        play.settle();
        camera.take("library-flagged");
        hands.press(KeyCode.ALT, KeyCode.DIGIT1);
        play.settle();
    }

    private void edit() {
        hands.press(KeyCode.E);
        play.until("the own reward is being changed", () -> play.isShown("slider"));
        hands.press(KeyCode.LEFT);
        camera.take("library-edit");
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        play.until("the change is saved", () -> !play.isShown("slider"));
        play.until("the change has arrived", () -> !play.isShown("fate"));
    }

    // The same person has changed the same reward at another desk while there was no line.
    private void beSlower() {
        UUID response = FxThread.call(
                () -> ((LibraryRow) ((ListView<?>) play.find("list")).getItems().getFirst()).responseId());
        hands.press(KeyCode.E);
        play.until("the own reward is being changed", () -> play.isShown("slider"));
        changeElsewhere(response);
        line.cut();
        hands.press(KeyCode.D);
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        play.until("the change waits", () -> play.isShown("fate"));
        camera.take("library-waiting");
        line.mend();
        play.until("the workspace has refused it", () -> play.isShown("refusedCount"));
        play.until("it is said", () -> play.isShown("fate"));
        play.settle();
        camera.take("library-not-taken");
        hands.press(KeyCode.E);
        play.until("one can choose", () -> play.isShown("conflict"));
        play.settle();
        camera.take("library-conflict");
        FxThread.run(() -> ((Button) play.find("takeOther")).fire());
        play.until("one is chosen", () -> !play.isShown("fate") && !play.isShown("slider"));
        play.until("nothing is refused any more", () -> !play.isShown("refusedCount"));
    }

    private void changeElsewhere(UUID response) {
        Reward before = elsewhere.ownReward(response).orElseThrow();
        elsewhere.tell(new Decision.Changed(
                UUID.randomUUID(),
                before.id(),
                response,
                before.revision(),
                Score.ZERO,
                Feedback.NONE,
                "Two of the apples are pears."));
    }
}
