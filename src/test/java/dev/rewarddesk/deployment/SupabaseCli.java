package dev.rewarddesk.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** Supabase's own command line tool, as {@code supabase/package-lock.json} pins it; the build installs it where there is Node. */
final class SupabaseCli {

    private static final Path FOLDER = Path.of("supabase").toAbsolutePath();
    private static final Path PROGRAM = FOLDER.resolve("node_modules/supabase/dist/supabase.js");

    private SupabaseCli() {}

    /**
     * Runs it on a database, and answers what it wrote to standard output, after checking that it went well.
     *
     * @throws TestAbortedException when it is not installed, on a developer's machine
     * @throws AssertionError when it failed, or is not installed in CI
     */
    static String run(PlainDatabase database, String... arguments) {
        return run(Path.of("").toAbsolutePath(), database, arguments);
    }

    /** The same with another folder that holds a {@code supabase} with migrations. */
    static String run(Path folder, PlainDatabase database, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--remote=" + database.url(), "--workdir", folder.toString(), "--yes", "--agent", "no"));
        return run(Map.of(), command);
    }

    /** The same with these variables, on nothing but what the arguments say. */
    static String run(Map<String, String> environment, List<String> arguments) {
        if (!Files.exists(PROGRAM)) {
            throw absent();
        }
        List<String> command = new ArrayList<>(List.of("node", PROGRAM.toString()));
        command.addAll(arguments);
        try {
            Path home =
                    Files.createDirectories(Path.of("target", "supabase-home").toAbsolutePath());
            Path err = Files.createTempFile(home, "err-", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(FOLDER.toFile()).redirectError(err.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "HOME",
                            home.toString(),
                            "DO_NOT_TRACK",
                            "1",
                            "SUPABASE_TELEMETRY_DISABLED",
                            "1",
                            "NO_COLOR",
                            "1"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            String said = Files.readString(err);
            Files.delete(err);
            if (exit != 0) {
                throw new AssertionError(
                        "supabase %s: %d%n%s%s".formatted(String.join(" ", arguments), exit, out, said));
            }
            return out;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static RuntimeException absent() {
        String line = "Supabase's own tools are not run: there is no Supabase CLI in supabase/node_modules."
                + " Install Node 20 or later; the build does the rest.";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(line);
        }
        System.err.println(line);
        return new TestAbortedException(line);
    }
}
