package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.text.Texts;

/** A whole number that is being typed. */
public final class WholeNumber {

    private final TextEntry entry;

    /** Any from the least to the most; the usual one until another is typed. */
    public WholeNumber(long least, long most, long usual) {
        entry = new TextEntry(text -> isFit(text, least, most) ? "" : Texts.of("collect.number.wrong", least, most));
        set(usual);
    }

    /** The number as typed, and what is wrong with it. */
    public TextEntry entry() {
        return entry;
    }

    /** Whether it is one; says what is wrong otherwise. */
    public boolean check() {
        return entry.check();
    }

    /** Has it typed. */
    public void set(long number) {
        entry.textProperty().set(Long.toString(number));
    }

    /** What was typed; only after it was found to be right. */
    public long value() {
        return Long.parseLong(entry.value());
    }

    /** As above, where the most is an {@code int}. */
    public int whole() {
        return Math.toIntExact(value());
    }

    private static boolean isFit(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            return number >= least && number <= most;
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
