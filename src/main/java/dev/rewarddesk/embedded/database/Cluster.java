package dev.rewarddesk.embedded.database;

import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The data folder: how it is made, and the two files that say how its server behaves. Both are put right at each start. */
final class Cluster {

    static final String FOLDER = "postgres";
    static final String SUPERUSER = "postgres";
    static final String DATABASE = "postgres";
    private static final String MAJOR = "17";

    private static final String SETTINGS = """
            # Put right by Reward Desk at each start; changes made here are lost.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            # What was acknowledged is on disk.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_level = minimal
            max_wal_senders = 0
            max_logical_replication_workers = 0
            max_wal_size = 256MB
            max_connections = 40
            shared_buffers = 128MB
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            # Refused statements are the callers' business, and the log holds nobody's data.
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_checkpoints = off
            """;

    private static final String ACCESS = """
            # Put right by Reward Desk at each start; changes made here are lost.
            host postgres all 127.0.0.1/32 scram-sha-256
            """;

    private Cluster() {}

    /** Makes the data folder if there is none. It appears whole or not at all. */
    static void ensure(Path workspace, Path binaries, Supplier<String> superuserPassword) throws IOException {
        Path data = workspace.resolve(FOLDER);
        Path version = data.resolve("PG_VERSION");
        if (Files.exists(version)) {
            String made = Files.readString(version).strip();
            if (!made.equals(MAJOR)) {
                throw new DatabaseUnavailable(
                        "The workspace %s was made by PostgreSQL %s and this version of Reward Desk works with %s. Open it with the version that made it."
                                .formatted(workspace, made, MAJOR),
                        null);
            }
            return;
        }
        if (Files.exists(data)) {
            throw new DatabaseUnavailable(
                    "%s is there but is no database. Nothing was changed. Restore it from a backup, or move it away to start afresh."
                            .formatted(data),
                    null);
        }
        create(workspace, binaries, superuserPassword.get(), data);
    }

    private static void create(Path workspace, Path binaries, String password, Path data) throws IOException {
        Path draft = workspace.resolve(FOLDER + ".new");
        Path passwordFile = workspace.resolve("initdb.password");
        Path logFile = workspace.resolve("postgres.log");
        PostgresBinaries.delete(draft);
        ServerLog log = ServerLog.from(logFile);
        PrivateFiles.write(passwordFile, password + "\n");
        try {
            List<String> command = new ArrayList<>(PostgresProgram.command(binaries, "initdb"));
            command.addAll(List.of(
                    "--pgdata=" + draft.getFileName(),
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile.getFileName(),
                    // SCRAM from the very first start: at no time is a password not asked for.
                    "--auth=scram-sha-256",
                    "--encoding=UTF-8",
                    // The same order of texts on every operating system.
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions"));
            if (PostgresProgram.run(command, workspace, logFile) != 0) {
                throw log.failure(workspace);
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Says how the server started next behaves. */
    static void configure(Path data) throws IOException {
        settle(data.resolve("postgresql.conf"), SETTINGS);
        settle(data.resolve("pg_hba.conf"), ACCESS);
    }

    private static void settle(Path file, String content) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(content)) {
            PrivateFiles.write(file, content);
        }
    }
}
