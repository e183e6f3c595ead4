package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.desktop.control.FormField;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;

/** The part of the tour that collects images from a website. */
final class CollectPart {

    private final Play play;
    private final Hands hands;
    private final Camera camera;
    private final Tour.Site site;

    CollectPart(Play play, Tour.Site site) {
        this.play = play;
        this.site = site;
        this.hands = play.hands();
        this.camera = play.camera();
    }

    void play() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        play.until("the form is shown", () -> play.isShown("urls"));
        camera.take("collect");
        mistakes();
        FxThread.run(() -> {
            input("urls").setText(site.url().toString());
            input("pages").setText("100");
            input("rules").setText("");
            input("delay").setText("0");
            ((CheckBox) folded("allowPrivate")).setSelected(true);
        });
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        play.until("something has come", () -> play.isShown("arrived") && hasComeToRest());
        camera.take("collect-under-way");
        site.hurry();
        play.until("the run is over", () -> play.isShown("anew"));
        play.settle();
        camera.take("collect-done");
        nextPart();
        play.until("the sessions are listed", () -> play.isShown("detail"));
        camera.take("collect-sessions");
        nextPart();
        play.until("look-alikes are shown", () -> play.isShown("heldCards"));
        hands.press(KeyCode.K);
        play.settle();
        camera.take("collect-look-alikes");
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        nextPart();
        play.until("a model is asked for", () -> play.isShown("url"));
        camera.take("collect-answers");
        hands.press(KeyCode.CONTROL, KeyCode.E);
        play.settle();
        camera.take("collect-answers-preview");
    }

    private void nextPart() {
        hands.press(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
    }

    // The site keeps its visitors waiting by now, so that every picture of it is the same.
    private boolean hasComeToRest() {
        return Integer.parseInt(((Label) play.find("newImages")).getText()) >= 6;
    }

    private void mistakes() {
        FxThread.run(() -> {
            input("urls").setText("example.org/gallery");
            input("pages").setText("many");
            input("rules").setText("birds");
        });
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        play.settle();
        camera.take("collect-mistakes");
    }

    private TextInputControl input(String field) {
        return (TextInputControl) Objects.requireNonNull(((FormField) folded(field)).getInput());
    }

    private Node folded(String id) {
        Node within = ((TitledPane) play.find("more")).getContent().lookup("#" + id);
        return within == null ? play.find(id) : within;
    }
}
