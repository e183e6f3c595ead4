package dev.rewarddesk.desktop.comparison;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where a file is to go. */
@FunctionalInterface
public interface Destination {

    /**
     * Asks.
     *
     * @param suggestion a name for the file
     * @return empty where the person thought better of it
     */
    Optional<Path> ask(String suggestion);
}
