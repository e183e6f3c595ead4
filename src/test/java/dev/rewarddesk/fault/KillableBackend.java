package dev.rewarddesk.fault;

import dev.rewarddesk.embedded.BackendOptions;
import dev.rewarddesk.embedded.EmbeddedBackend;
import dev.rewarddesk.embedded.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A backend in a process of its own, always on the same port, that can be killed with its PostgreSQL. */
final class KillableBackend {

    private final Path workspace;
    private final int port;
    private Process process;

    private KillableBackend(Path workspace, int port, Process process) {
        this.workspace = workspace;
        this.port = port;
        this.process = process;
    }

    /** {@code workspace port}; runs until its input ends. */
    public static void main(String[] arguments) throws IOException {
        Opening opening =
                EmbeddedBackend.open(Path.of(arguments[0]), new BackendOptions(Integer.parseInt(arguments[1]), false));
        while (System.in.read() >= 0) {}
        if (opening instanceof Opening.Opened opened) {
            opened.backend().close();
        }
    }

    static KillableBackend start(Path workspace, int port) throws IOException {
        return new KillableBackend(workspace, port, spawn(workspace, port));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void restart() throws IOException {
        process = spawn(workspace, port);
    }

    /** As a power failure would, of the program alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** And of PostgreSQL with it. */
    void killWithDatabase() throws InterruptedException {
        List<ProcessHandle> database = postmaster().stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .toList();
        process.destroyForcibly();
        database.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        database.forEach(each -> each.onExit().join());
    }

    /** In order. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    // The file may be of a process that is gone and its number somebody else's by now.
    private Optional<ProcessHandle> postmaster() {
        Path data = workspace.resolve("postgres");
        try {
            long number = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            boolean ours = Files.readSymbolicLink(Path.of("/proc", Long.toString(number), "cwd"))
                    .equals(data.toRealPath());
            return ours ? ProcessHandle.of(number) : Optional.empty();
        } catch (IOException | RuntimeException noneNow) {
            return Optional.empty();
        }
    }

    private static Process spawn(Path workspace, int port) throws IOException {
        return Spawned.of(KillableBackend.class, workspace.toString(), Integer.toString(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
