package dev.rewarddesk.desktop.key;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/**
 * What the shortcuts do within one part of the window. Keys that write stay with the text field that is typed in, and Enter
 * with the button that has the focus.
 */
public final class KeyBindings {

    private final Map<Shortcut, IntConsumer> actions = new EnumMap<>(Shortcut.class);
    private final EventTarget target;
    private final BooleanSupplier active;
    private final EventHandler<KeyEvent> handler = this::handle;
    private boolean pressHandled;

    private KeyBindings(EventTarget target, BooleanSupplier active) {
        this.target = target;
        this.active = active;
    }

    /** Bindings that hold wherever the focus is within the target, a node or a scene. */
    public static KeyBindings on(EventTarget target) {
        return on(target, () -> true);
    }

    /** Bindings that hold within the target while {@code active} says so. */
    public static KeyBindings on(EventTarget target, BooleanSupplier active) {
        KeyBindings bindings = new KeyBindings(target, active);
        target.addEventFilter(KeyEvent.KEY_PRESSED, bindings.handler);
        target.addEventFilter(KeyEvent.KEY_TYPED, bindings.handler);
        return bindings;
    }

    /** Lets go of the keys, for a target that stays when what it was bound for goes. */
    public void end() {
        target.removeEventFilter(KeyEvent.KEY_PRESSED, handler);
        target.removeEventFilter(KeyEvent.KEY_TYPED, handler);
    }

    /** Runs the action when the shortcut is pressed. */
    public KeyBindings bind(Shortcut shortcut, Runnable action) {
        return bindStrokes(shortcut, _ -> action.run());
    }

    /** Runs the action with the index of the stroke, from 0, when the shortcut is pressed. */
    public KeyBindings bindStrokes(Shortcut shortcut, IntConsumer action) {
        actions.put(shortcut, action);
        return this;
    }

    private void handle(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            pressHandled = false;
        } else if (pressHandled) {
            // The character of a key that did something must not reach what now has the focus.
            event.consume();
            return;
        }
        // Other bindings on the same node hear it even when it was dealt with.
        if (event.isConsumed() || !active.getAsBoolean()) {
            return;
        }
        for (Map.Entry<Shortcut, IntConsumer> binding : actions.entrySet()) {
            int stroke = binding.getKey().strokeOf(event);
            if (stroke >= 0 && !belongsToTarget(event, binding.getKey(), stroke)) {
                event.consume();
                pressHandled = event.getEventType() == KeyEvent.KEY_PRESSED;
                binding.getValue().accept(stroke);
                return;
            }
        }
    }

    private static boolean belongsToTarget(KeyEvent event, Shortcut shortcut, int stroke) {
        boolean typing = shortcut.isTyping(stroke);
        return switch (event.getTarget()) {
            // What was typed last is undone before what was decided last.
            case TextInputControl text ->
                text.isEditable() && (typing || (shortcut == Shortcut.UNDO && text.isUndoable()));
            // A link within a text.
            case Text _ -> event.getCode() == KeyCode.ENTER && typing;
            case ButtonBase _ -> event.getCode() == KeyCode.ENTER && typing;
            case ComboBoxBase<?> _ -> typing;
            default -> false;
        };
    }
}
