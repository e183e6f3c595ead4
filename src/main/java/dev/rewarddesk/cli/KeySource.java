package dev.rewarddesk.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a key comes from: never from the command line, which everybody on the machine can read. */
final class KeySource {

    static final String VARIABLE = "REWARD_DESK_KEY";

    private KeySource() {}

    /**
     * The key in the file or, without one, in the environment or as it is typed; empty where there is none of these.
     *
     * @throws IOException when the file cannot be read
     */
    static Optional<String> read(@Nullable Path file) throws IOException {
        if (file != null) {
            return Optional.of(Files.readString(file).strip());
        }
        String given = System.getenv(VARIABLE);
        if (given != null && !given.isBlank()) {
            return Optional.of(given.strip());
        }
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("The project's publishable key: "))
                .map(String::valueOf);
    }
}
