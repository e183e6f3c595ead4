package dev.rewarddesk.desktop.tour;

import javafx.scene.input.KeyCode;

/** The part of the tour that looks through what was scored. */
final class LibraryPart {

    private final Play play;
    private final Hands hands;
    private final Camera camera;

    LibraryPart(Play play) {
        this.play = play;
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
    }
}
