package dev.rewarddesk.desktop.tour;

import java.util.List;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;

/** Presses keys as a person would: through the toolkit, to wherever the focus is. */
final class Hands {

    private final Scene scene;

    Hands(Scene scene) {
        this.scene = scene;
    }

    /** Presses the last key while the ones before it are held. */
    void press(KeyCode... keys) {
        FxThread.run(() -> {
            Robot robot = new Robot();
            List<KeyCode> pressed = List.of(keys);
            pressed.forEach(robot::keyPress);
            pressed.reversed().forEach(robot::keyRelease);
        });
    }

    /** Writes a text, character by character; any character, also those that this machine's keyboard has no key for. */
    void type(String text) {
        text.codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> FxThread.run(() -> {
                    fire(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, character);
                    fire(KeyEvent.KEY_TYPED, character, "");
                    fire(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, character);
                }));
    }

    private void fire(EventType<KeyEvent> type, String character, String text) {
        EventTarget target = scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(type, character, text, KeyCode.UNDEFINED, false, false, false, false));
    }
}
