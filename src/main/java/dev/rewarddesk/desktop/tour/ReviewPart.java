package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** The part of the tour that scores: every item, by keyboard. */
final class ReviewPart {

    private static final int MORE_THAN_THE_SAMPLE = 500;

    private final Play play;
    private final Hands hands;
    private final Camera camera;
    private final List<Sight> wanted = new ArrayList<>(List.of(
            new Sight("review-hebrew", Character.UnicodeScript.HEBREW),
            new Sight("review-arabic", Character.UnicodeScript.ARABIC),
            new Sight("review-japanese", Character.UnicodeScript.HIRAGANA)));

    ReviewPart(Play play) {
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
        hands.press(KeyCode.S);
        play.settle();
        camera.take("review-skipped");
        scoreTheRest();
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
