package dev.rewarddesk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program as a child process, started from the built classes, with a home of its own and no display.
 *
 * @param home holds the workspace and the settings
 * @param environment what it is told besides
 */
public record Program(Path home, Map<String, String> environment) {

    public Program(Path home) {
        this(home, Map.of());
    }

    /**
     * What a run left behind.
     *
     * @param status the exit status
     */
    public record Result(int status, String out, String err) {}

    public Result run(String... arguments) throws IOException, InterruptedException {
        return started(arguments).result();
    }

    /** How it is started with these arguments. */
    public static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                "dev.rewarddesk.app.Launcher"));
        command.addAll(List.of(arguments));
        return command;
    }

    public Running started(String... arguments) throws IOException {
        List<String> command = command(arguments);
        Path out = Files.createTempFile(home.resolveSibling(""), "out", ".txt");
        Path err = Files.createTempFile(home.resolveSibling(""), "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.resolveSibling("").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("REWARD_DESK_HOME", home.toString());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        return new Running(builder.start(), out, err);
    }

    /** A run under way. */
    public record Running(Process process, Path out, Path err) implements AutoCloseable {

        public Result result() throws IOException, InterruptedException {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                close();
                throw new AssertionError("The program did not end: " + Files.readString(err));
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        }

        /** Waits for the first line on standard output. */
        public String firstLine() throws IOException, InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (System.nanoTime() < deadline && process.isAlive()) {
                String text = Files.readString(out, StandardCharsets.UTF_8);
                if (text.contains("\n")) {
                    return text.substring(0, text.indexOf('\n'));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
            throw new AssertionError("The program said nothing: " + Files.readString(err));
        }

        @Override
        public void close() {
            // Asked first: killed at once, it would leave its database behind.
            process.destroy();
            try {
                if (process.waitFor(30, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        }
    }
}
