package dev.rewarddesk.cli;

import java.util.Locale;

/**
 * What a check found.
 *
 * @param says what is the case and, where it is not well, what to do
 */
record Finding(String check, State state, String says) {

    enum State {
        OK,
        /** Works, but there is something to know. */
        NOTE,
        WRONG
    }

    static Finding ok(String check, String says) {
        return new Finding(check, State.OK, says);
    }

    static Finding note(String check, String says) {
        return new Finding(check, State.NOTE, says);
    }

    static Finding wrong(String check, String says) {
        return new Finding(check, State.WRONG, says);
    }

    String line() {
        return String.format(Locale.ROOT, "%-5s  %-15s  %s", state.name().toLowerCase(Locale.ROOT), check, says);
    }
}
