package dev.rewarddesk.desktop.key;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** One way to press a shortcut. */
sealed interface Stroke {

    /** Whether this event is that press. */
    boolean matches(KeyEvent event);

    /** Whether the press would write or move within a text field, and so belongs to it while one is typed in. */
    boolean isTyping();

    /** What is written on the key caps. */
    String display();

    /** A key with modifiers; the number pad's digits count as digits. */
    record Key(KeyCode code, List<KeyCombination.Modifier> modifiers) implements Stroke {

        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_PRESSED
                    && (combination(code).match(event) || isOnNumberPad(event));
        }

        @Override
        public boolean isTyping() {
            return !modifiers.contains(KeyCombination.SHORTCUT_DOWN) && !code.isFunctionKey() && code != KeyCode.ESCAPE;
        }

        @Override
        public String display() {
            String name = switch (code) {
                case LEFT -> "←";
                case RIGHT -> "→";
                case UP -> "↑";
                case DOWN -> "↓";
                case ESCAPE -> "Esc";
                default -> code.getName();
            };
            StringBuilder text = new StringBuilder();
            for (KeyCombination.Modifier modifier : modifiers) {
                text.append(modifier.equals(KeyCombination.SHORTCUT_DOWN) ? shortcutName() : modifierName(modifier))
                        .append('+');
            }
            return text.append(name).toString();
        }

        private boolean isOnNumberPad(KeyEvent event) {
            return code.isDigitKey()
                    && event.getCode().isKeypadKey()
                    && combination(KeyCode.valueOf("NUMPAD" + code.getName())).match(event);
        }

        private KeyCodeCombination combination(KeyCode key) {
            return new KeyCodeCombination(key, modifiers.toArray(KeyCombination.Modifier[]::new));
        }

        private static String shortcutName() {
            return System.getProperty("os.name", "").startsWith("Mac") ? "⌘" : "Ctrl";
        }

        private static String modifierName(KeyCombination.Modifier modifier) {
            String name = modifier.getKey().getName();
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }
    }

    /** A character, however the keyboard's layout makes it. */
    record Typed(String character) implements Stroke {

        @Override
        public boolean matches(KeyEvent event) {
            return event.getEventType() == KeyEvent.KEY_TYPED
                    && character.equals(event.getCharacter())
                    && !event.isShortcutDown();
        }

        @Override
        public boolean isTyping() {
            return true;
        }

        @Override
        public String display() {
            return character;
        }
    }
}
