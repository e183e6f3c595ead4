package dev.rewarddesk.embedded.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL has written to its log since a moment, read for the reason why it does not start. */
record ServerLog(Path file, long start) {

    private static final Pattern REASON = Pattern.compile("(?:FATAL|PANIC|initdb: error|pg_ctl: error): +(.+)");

    /** The log from its present end on. */
    static ServerLog from(Path file) throws IOException {
        return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    boolean tellsFailure() throws IOException {
        return REASON.matcher(text()).find();
    }

    StartUp reason() throws IOException {
        String text = text();
        if (text.contains("could not bind IPv4 address")) {
            return StartUp.PORT_TAKEN;
        }
        if (text.contains("is still in use") || text.contains("pre-existing shared memory block")) {
            return StartUp.STILL_IN_USE;
        }
        return StartUp.FAILED;
    }

    /** A sentence for people that says what happened and what to do. */
    DatabaseUnavailable failure(Path workspace) throws IOException {
        String text = text();
        if (text.contains("No space left on device") || text.contains("Disk quota exceeded")) {
            return new DatabaseUnavailable(
                    "The disk that holds %s is full, so the database cannot start. Nothing that was saved is lost. Free some space and try again."
                            .formatted(workspace),
                    null);
        }
        Matcher reason = REASON.matcher(text);
        return new DatabaseUnavailable(
                "The database in %s does not start: %s. Its files were left as they are; the log is %s. Restore the folder from a backup, or open another workspace."
                        .formatted(workspace, reason.find() ? reason.group(1).strip() : "it gave no reason", file),
                null);
    }

    private String text() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long length = Math.clamp(log.length() - start, 0, 200_000);
            byte[] bytes = new byte[(int) length];
            log.seek(start);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
