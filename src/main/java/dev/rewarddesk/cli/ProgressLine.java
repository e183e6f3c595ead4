package dev.rewarddesk.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** One line of a terminal that says how far a run is. */
final class ProgressLine {

    private final PrintWriter err;
    private final boolean watched;
    private int shown;

    ProgressLine(PrintWriter err) {
        this.err = err;
        this.watched = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
    }

    /** Shows it in place of what was shown; nothing where nobody looks. */
    synchronized void show(String line) {
        if (!watched) {
            return;
        }
        err.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
        err.flush();
        shown = line.length();
    }

    /** Leaves the line. */
    synchronized void end() {
        if (shown > 0) {
            err.println();
            err.flush();
        }
        shown = 0;
    }
}
