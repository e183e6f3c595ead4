package dev.rewarddesk.functions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;

/** What {@code supabase/package-lock.json} pins; the build installs it where there is Node. */
public final class Npm {

    private static final Path MODULES = Path.of("supabase", "node_modules").toAbsolutePath();

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private Npm() {}

    /**
     * A file of a package.
     *
     * @param path with the package's name before it
     * @param untested a sentence that says what is not tested without it
     * @throws TestAbortedException when it is not installed, on a developer's machine
     * @throws AssertionError when it is not installed in CI
     */
    public static Path file(String path, String untested) {
        Path file = MODULES.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw absent(untested);
        }
        return file;
    }

    /** What to throw where something is not installed; in CI it fails the test. */
    public static RuntimeException absent(String untested) {
        String line = untested + " Install Node 20 or later; the build does the rest.";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(line);
        }
        if (TOLD.add(line)) {
            System.err.println(line);
        }
        return new TestAbortedException(line);
    }
}
