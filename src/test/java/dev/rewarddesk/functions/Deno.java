package dev.rewarddesk.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The Deno that {@code supabase/package-lock.json} pins; the build installs it where there is Node. */
public final class Deno {

    private static final Path FOLDER = Path.of("supabase").toAbsolutePath();
    private static final String UNTESTED =
            "The edge functions are not tested: there is no Deno in supabase/node_modules.";

    private Deno() {}

    /**
     * Deno with these arguments, in the folder {@code supabase}. Nothing is fetched, and what it keeps is under {@code target}.
     *
     * @throws TestAbortedException when it is not installed, on a developer's machine
     * @throws AssertionError when it is not installed in CI
     */
    public static ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(FOLDER.toFile());
        process.environment()
                .put("DENO_DIR", Path.of("target", "deno").toAbsolutePath().toString());
        process.environment().put("DENO_NO_UPDATE_CHECK", "1");
        process.environment().put("NO_COLOR", "1");
        return process;
    }

    /** Runs Deno to its end; the answer is what it said, after checking that it went well. */
    public static String run(String... arguments) {
        try {
            Process process = command(arguments).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                throw new AssertionError("deno %s: %d%n%s".formatted(String.join(" ", arguments), exit, said));
            }
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The program; fails as {@link #command} does. */
    public static Path program() {
        Path platforms = FOLDER.resolve("node_modules").resolve("@deno");
        if (Files.isDirectory(platforms)) {
            try (Stream<Path> installed = Files.list(platforms)) {
                return installed
                        .flatMap(platform -> Stream.of(platform.resolve("deno"), platform.resolve("deno.exe")))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElseThrow(() -> Npm.absent(UNTESTED));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        throw Npm.absent(UNTESTED);
    }
}
