package dev.rewarddesk.mcp;

import dev.rewarddesk.failure.ServiceFailure;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders that a client says it works in. Nothing outside of them is read for it, by whatever way a link leads there.
 *
 * @param folders as they are when all links are followed
 */
record Roots(List<Path> folders) {

    /** Asks the client; {@code Invalid} where it declares none that is a folder here. */
    static Roots of(McpSyncServerExchange exchange) {
        if (exchange.getClientCapabilities() == null
                || exchange.getClientCapabilities().roots() == null) {
            throw none();
        }
        List<Path> folders = exchange.listRoots().roots().stream()
                .flatMap(root -> folder(root.uri()).stream())
                .toList();
        if (folders.isEmpty()) {
            throw none();
        }
        return new Roots(folders);
    }

    /** What is in other folders, too. */
    Roots within(List<Path> others) {
        return new Roots(folders.stream()
                .flatMap(folder -> others.stream().flatMap(other -> narrower(folder, other)))
                .distinct()
                .toList());
    }

    private static Stream<Path> narrower(Path one, Path other) {
        return one.startsWith(other) ? Stream.of(one) : other.startsWith(one) ? Stream.of(other) : Stream.empty();
    }

    /**
     * The file that a path names, with all links followed; {@code Invalid} where it is not in one of the folders.
     *
     * @param written absolute, or from one of the folders on
     */
    Path file(String written) {
        Path path;
        try {
            path = Path.of(written);
        } catch (InvalidPathException unreadable) {
            throw refused("This is no path.");
        }
        Stream<Path> places =
                path.isAbsolute() ? Stream.of(path) : folders.stream().map(root -> root.resolve(path));
        return places.flatMap(place -> real(place).stream())
                .filter(real -> folders.stream().anyMatch(real::startsWith))
                .filter(Files::isRegularFile)
                .findFirst()
                // The same for what is not there and what is outside: nobody learns what else is on this machine.
                .orElseThrow(
                        () -> refused("There is no such file within the folders that the client declared as roots."));
    }

    private static Optional<Path> folder(String uri) {
        try {
            return real(Path.of(URI.create(uri))).filter(Files::isDirectory);
        } catch (IllegalArgumentException | FileSystemNotFoundException noFolder) {
            return Optional.empty();
        }
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static ServiceFailure none() {
        return new ServiceFailure.Invalid(
                "no_roots",
                "The client declares no roots, so no file may be read for it. Nothing was uploaded; declare the folder with the images as"
                        + " a root.",
                null);
    }

    private static ServiceFailure refused(String sentence) {
        return new ServiceFailure.Invalid("not_within_roots", sentence, "image_paths");
    }
}
