package dev.rewarddesk.desktop.review;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Holds commands back while a decision is being written, so that they meet the item that they were meant for: the next one. */
final class Turn {

    private final ReadOnlyBooleanWrapper taken = new ReadOnlyBooleanWrapper();
    private final Deque<Runnable> held = new ArrayDeque<>();

    /** Whether commands are held back. */
    ReadOnlyBooleanProperty takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /** Does it now, or when its turn comes. */
    void run(Runnable command) {
        if (taken.get()) {
            held.add(command);
        } else {
            command.run();
        }
    }

    /** Holds back what comes from now on. */
    void take() {
        taken.set(true);
    }

    /** Plays what was held back, up to a command that takes the turn again. */
    void give() {
        taken.set(false);
        while (!taken.get() && !held.isEmpty()) {
            held.remove().run();
        }
    }

    /** Forgets what was held back: the item that it was meant for did not come. */
    void giveUp() {
        held.clear();
        taken.set(false);
    }
}
