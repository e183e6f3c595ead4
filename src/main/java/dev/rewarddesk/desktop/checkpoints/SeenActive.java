package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Checkpoint;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The active checkpoint as a person saw it when they were asked, so that nobody replaces one they never saw. */
final class SeenActive {

    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    private Optional<Checkpoint> seen;

    SeenActive(Optional<Checkpoint> seen) {
        this.seen = seen;
        name.set(nameOf(seen));
    }

    Optional<Checkpoint> get() {
        return seen;
    }

    /** Its version, or words that say that there is none. */
    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /**
     * Takes note of which one is active by now, and says what came between.
     *
     * @param target the version that was to be activated
     */
    String refused(ServiceFailure.Conflict conflict, Optional<Checkpoint> now, String target) {
        if (now.map(Checkpoint::id).equals(seen.map(Checkpoint::id))) {
            return conflict.getMessage();
        }
        String words = now.isPresent() && now.get().version().equals(target)
                ? Texts.of("checkpoints.activate.already", target)
                : Texts.of("checkpoints.activate.conflict", nameOf(seen), nameOf(now));
        seen = now;
        name.set(nameOf(now));
        return words;
    }

    private static String nameOf(Optional<Checkpoint> checkpoint) {
        return checkpoint.map(Checkpoint::version).orElse(Texts.of("checkpoints.none"));
    }
}
