package dev.rewarddesk.desktop.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Holds keys and clicks while a decision is being written, and plays them once the next item, which they were meant for, is there. */
final class HeldInput {

    private final Scene scene;
    private final ObservableBooleanValue holding;
    private final BooleanSupplier active;
    private final Deque<InputEvent> held = new ArrayDeque<>();
    private boolean playing;

    /**
     * To be made before anything else listens to the scene.
     *
     * @param active whether the screen is in view and has the keyboard
     */
    HeldInput(Scene scene, ObservableBooleanValue holding, BooleanSupplier active) {
        this.scene = scene;
        this.holding = holding;
        this.active = active;
        // One by one: a filter of all of them would hear an event after those of its own type.
        hold(KeyEvent.KEY_PRESSED);
        hold(KeyEvent.KEY_TYPED);
        hold(KeyEvent.KEY_RELEASED);
        hold(MouseEvent.MOUSE_PRESSED);
        hold(MouseEvent.MOUSE_RELEASED);
        hold(MouseEvent.MOUSE_CLICKED);
        // After the focus has moved to the next item, which happens later, too.
        holding.subscribe(now -> {
            if (!now) {
                Platform.runLater(this::play);
            }
        });
    }

    private <E extends InputEvent> void hold(EventType<E> type) {
        scene.addEventFilter(type, event -> {
            if (!playing && active.getAsBoolean() && (holding.get() || !held.isEmpty())) {
                held.add(event);
                event.consume();
            }
        });
    }

    private void play() {
        playing = true;
        try {
            while (!holding.get() && !held.isEmpty()) {
                InputEvent event = held.remove();
                EventTarget target = event instanceof KeyEvent ? keyTarget() : event.getTarget();
                // A copy: this one is consumed.
                Event.fireEvent(target, event.copyFor(event.getSource(), target));
            }
        } finally {
            playing = false;
        }
    }

    private EventTarget keyTarget() {
        return scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
    }
}
