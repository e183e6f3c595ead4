package dev.rewarddesk.embedded.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own on one data folder, reachable from this machine alone and with a password alone. The
 * caller holds the workspace's lock: two servers are never started on one folder.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    private static final Duration SHUTDOWN = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 5;
    private static final long LONGEST_LOG = 1_000_000;

    private final Path workspace;
    private final Path binaries;
    private final int port;
    private long lastRevival = System.nanoTime() - Duration.ofHours(1).toNanos();
    private boolean closed;

    private PostgresServer(Path workspace, Path binaries, int port) {
        this.workspace = workspace;
        this.binaries = binaries;
        this.port = port;
    }

    /**
     * Starts the server of this workspace, and makes its data folder on the first start. A server that a killed process
     * left behind is stopped first. Returns when it accepts connections, after crash recovery where that is needed.
     *
     * @param superuserPassword asked for when the data folder is made
     * @throws DatabaseUnavailable when it does not start
     */
    public static PostgresServer start(Path workspace, Supplier<String> superuserPassword) {
        Path binaries = binaries();
        try {
            Cluster.ensure(workspace, binaries, superuserPassword);
            Path data = workspace.resolve(Cluster.FOLDER);
            Optional<Postmaster> orphan = Postmaster.of(data);
            if (orphan.isPresent()) {
                LOG.info("Stopping the PostgreSQL server that a former process left behind");
                new PostgresServer(workspace, binaries, 0).stop(orphan.get());
            }
            return started(workspace, binaries, PostgresServer::freePort);
        } catch (IOException failure) {
            throw new DatabaseUnavailable(
                    "The workspace's folder %s cannot be used: %s. Nothing was changed. Free some space or check who may write there, and try again."
                            .formatted(workspace, FileTrouble.of(failure)),
                    failure);
        }
    }

    private static Path binaries() {
        try {
            return PostgresBinaries.folder();
        } catch (IOException failure) {
            throw new DatabaseUnavailable(
                    "PostgreSQL cannot be unpacked into your folder for caches: %s. No data was touched. Free some space, check who may write there, or name another folder with XDG_CACHE_HOME (LOCALAPPDATA on Windows), and try again."
                            .formatted(FileTrouble.of(failure)),
                    failure);
        }
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /**
     * Starts the server again on its port when it has died, as it does on a full disk. Once a second at most.
     *
     * @throws DatabaseUnavailable when it does not start now
     */
    synchronized void revive() {
        boolean triedJustNow =
                System.nanoTime() - lastRevival < Duration.ofSeconds(1).toNanos();
        if (closed
                || triedJustNow
                || Postmaster.of(workspace.resolve(Cluster.FOLDER)).isPresent()) {
            return;
        }
        LOG.warn("The PostgreSQL server has ended by itself and is started again");
        try {
            started(workspace, binaries, () -> port);
        } catch (IOException failure) {
            throw new DatabaseUnavailable("The database cannot be started again.", failure);
        } finally {
            lastRevival = System.nanoTime();
        }
    }

    /** Stops the server; what was committed is safe whether or not it stops in time. */
    @Override
    public synchronized void close() {
        closed = true;
        Postmaster.of(workspace.resolve(Cluster.FOLDER)).ifPresent(this::stop);
    }

    private static PostgresServer started(Path workspace, Path binaries, PortChoice choice) throws IOException {
        Path data = workspace.resolve(Cluster.FOLDER);
        Path log = workspace.resolve("postgres.log");
        for (int attempt = 1; ; attempt++) {
            if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
                Files.move(log, workspace.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            ServerLog since = ServerLog.from(log);
            PostgresServer server = new PostgresServer(workspace, binaries, choice.port());
            Postmaster.disown(data);
            Cluster.configure(data);
            // Relative names: pg_ctl hands them to a shell, and a workspace may be named anything.
            server.control("-D", Cluster.FOLDER, "-l", "postgres.log", "-o", "-p " + server.port, "-W", "start");
            StartUp end = server.await(data, since);
            switch (end) {
                case READY -> {
                    return server;
                }
                case PORT_TAKEN, STILL_IN_USE -> {
                    if (attempt == ATTEMPTS) {
                        throw since.failure(workspace);
                    }
                    pause(end == StartUp.STILL_IN_USE ? 1000 : 1);
                }
                case FAILED -> throw since.failure(workspace);
            }
        }
    }

    @FunctionalInterface
    private interface PortChoice {
        int port() throws IOException;
    }

    private StartUp await(Path data, ServerLog log) throws IOException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        int absent = 0;
        while (System.nanoTime() < deadline) {
            Optional<Postmaster> postmaster = Postmaster.of(data);
            if (postmaster.isPresent() && postmaster.get().ready()) {
                return StartUp.READY;
            }
            absent = postmaster.isPresent() ? 0 : absent + 1;
            // The file comes a moment after the process: absent only counts when it stays so and the log has said why.
            if (absent > 20 && (log.tellsFailure() || absent > 2000)) {
                return log.reason();
            }
            pause(5);
        }
        return StartUp.FAILED;
    }

    private void stop(Postmaster postmaster) {
        for (String mode : List.of("fast", "immediate")) {
            try {
                control("-D", Cluster.FOLDER, "-m", mode, "-W", "stop");
            } catch (IOException failure) {
                LOG.warn("pg_ctl could not be asked to stop PostgreSQL", failure);
            }
            // The file is the server's last act. The process may stay as a zombie, where nobody asks how it ended.
            if (comesTrue(() -> Postmaster.of(workspace.resolve(Cluster.FOLDER)).isEmpty(), SHUTDOWN)) {
                return;
            }
        }
        throw new DatabaseUnavailable(
                "A PostgreSQL server (process %d) still works in %s and does not stop. End that process, and try again."
                        .formatted(postmaster.process().pid(), workspace),
                null);
    }

    private void control(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(PostgresProgram.command(binaries, "pg_ctl"));
        command.addAll(List.of(arguments));
        PostgresProgram.run(command, workspace, workspace.resolve("postgres.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    private static boolean comesTrue(BooleanSupplier condition, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause(5);
        }
        return true;
    }

    private static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Waiting for PostgreSQL was interrupted.", interrupted);
        }
    }
}
