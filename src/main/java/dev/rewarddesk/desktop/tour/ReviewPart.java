package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.theme.Fonts;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.review.ReviewService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

/** The part of the tour that scores: every item, by keyboard. */
final class ReviewPart {

    private static final int MORE_THAN_THE_SAMPLE = 500;

    private final Play play;
    private final Hands hands;
    private final Camera camera;
    private final ReviewService elsewhere;
    private final Tour.Line line;
    private final List<Sight> wanted = new ArrayList<>(List.of(
            new Sight("review-hebrew", Character.UnicodeScript.HEBREW),
            new Sight("review-arabic", Character.UnicodeScript.ARABIC),
            new Sight("review-japanese", Character.UnicodeScript.HIRAGANA)));

    /** @param elsewhere the same reviewer at another desk */
    ReviewPart(Play play, ReviewService elsewhere, Tour.Line line) {
        this.elsewhere = elsewhere;
        this.line = line;
        this.play = play;
        this.hands = play.hands();
        this.camera = play.camera();
    }

    void play() {
        play.until("the first item is on the desk", () -> play.isShown("desk"));
        camera.take("review");
        readGuidelines();
        lookCloser();
        score();
        flag();
        skip();
        beRefused();
        workOffline();
        lookBack();
        scoreTheRest();
        synced();
        camera.take("review-done");
    }

    private void readGuidelines() {
        hands.press(KeyCode.G);
        play.settle();
        camera.take("review-guidelines");
        hands.press(KeyCode.G);
        play.settle();
    }

    private void lookCloser() {
        for (int step = 0; step < 4; step++) {
            hands.type("+");
        }
        play.settle();
        camera.take("review-zoomed");
        hands.press(KeyCode.DIGIT0);
    }

    private void score() {
        hands.press(KeyCode.D);
        hands.press(KeyCode.DIGIT4);
        hands.press(KeyCode.LEFT);
        play.settle();
        camera.take("review-scored");
        hands.press(KeyCode.C);
        play.settle();
        hands.type("The pears are right, but there are seven apples.");
        play.settle();
        camera.take("review-comment");
        hands.press(KeyCode.ESCAPE);
        hands.press(KeyCode.ENTER);
        play.settle();
    }

    private void flag() {
        hands.press(KeyCode.F);
        play.settle();
        camera.take("review-flag");
        hands.press(KeyCode.ESCAPE);
        play.settle();
    }

    private void skip() {
        hands.press(KeyCode.SHIFT, KeyCode.S);
        play.settle();
        camera.take("review-skip");
        hands.press(KeyCode.ESCAPE);
        hands.press(KeyCode.S);
        play.settle();
        camera.take("review-skipped");
    }

    // The same person has scored it at another desk meanwhile.
    private void beRefused() {
        synced();
        ReviewItem item = elsewhere.claim(1).items().getFirst();
        elsewhere.tell(new Decision.Given(new NewReward(
                UUID.randomUUID(),
                item.response().id(),
                Score.ZERO,
                Feedback.NONE,
                "",
                List.of(),
                1,
                item.lease().token())));
        hands.press(KeyCode.L);
        hands.press(KeyCode.ENTER);
        play.until("the workspace has refused it", () -> play.isShown("refusedCount"));
        camera.take("review-not-taken");
        hands.press(KeyCode.CONTROL, KeyCode.U);
        play.settle();
        camera.take("not-taken");
        hands.press(KeyCode.DELETE);
        play.settle();
        camera.take("not-taken-drop");
        FxThread.run(() -> ((Button) play.find("reallyDrop")).fire());
        play.until("it is dropped", () -> !play.isShown("refusedCount"));
        hands.press(KeyCode.ESCAPE);
        play.settle();
        hands.press(KeyCode.ESCAPE);
    }

    private void workOffline() {
        line.cut();
        hands.press(KeyCode.D);
        hands.press(KeyCode.ENTER);
        play.until("it waits", () -> word().contains("waiting"));
        camera.take("review-offline");
        line.mend();
        synced();
    }

    private void lookBack() {
        hands.press(KeyCode.H);
        play.settle();
        camera.take("review-history");
        hands.press(KeyCode.ESCAPE);
        play.settle();
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        play.settle();
        camera.take("review-changing");
        hands.press(KeyCode.ESCAPE);
        play.settle();
    }

    private void synced() {
        play.until("everything is in the workspace", () -> word().startsWith("All"));
    }

    private String word() {
        return ((Label) play.find("syncWord")).getText();
    }

    private void scoreTheRest() {
        for (int item = 0; !play.isShown("done"); item++) {
            if (item > MORE_THAN_THE_SAMPLE) {
                throw new TourException("The desk did not become empty.");
            }
            sight().ifPresent(sight -> {
                wanted.remove(sight);
                camera.take(sight.picture());
            });
            hands.press(item % 3 == 0 ? KeyCode.D : KeyCode.L);
            hands.press(item % 2 == 0 ? KeyCode.DIGIT2 : KeyCode.DIGIT5);
            hands.press(KeyCode.ENTER);
            play.settle();
        }
    }

    private Optional<Sight> sight() {
        String answer = FxThread.call(() -> ((ReadingText) play.find("answer")).getText());
        return wanted.stream()
                .filter(sight -> sight.isIn(answer) && Fonts.canWrite(answer))
                .findFirst();
    }

    /** Something worth a picture where the fonts are there: an answer in a script that is not read as English is. */
    private record Sight(String picture, Character.UnicodeScript script) {

        boolean isIn(String text) {
            return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == script);
        }
    }
}
