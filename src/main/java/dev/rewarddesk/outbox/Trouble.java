package dev.rewarddesk.outbox;

import dev.rewarddesk.failure.ServiceFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** Says to people what is wrong with the file or the disk that it is on. */
final class Trouble {

    private Trouble() {}

    /** Writing failed; nothing of it was kept. */
    static ServiceFailure writing(SQLException failure, Path file) {
        Path folder = file.getParent();
        return switch (kind(failure)) {
            case "FULL" ->
                server(
                        "disk_full",
                        "The disk is full, so this was not kept. Nothing else was lost: free some space on the disk of "
                                + folder + " and try again.",
                        failure);
            case "READONLY", "CANTOPEN", "PERM", "AUTH" ->
                server(
                        "outbox_unwritable",
                        "The folder " + folder
                                + " cannot be written, so this was not kept. Nothing else was lost: check who may"
                                + " write to it and try again.",
                        failure);
            case "BUSY", "LOCKED" ->
                server(
                        "outbox_busy",
                        "Another program has held the file " + file + " for too long, so this was not kept. Try again.",
                        failure);
            case "CORRUPT", "NOTADB" -> damaged(failure, file);
            default ->
                server(
                        "outbox_failed",
                        "The disk of " + folder + " failed, so this was not kept. Check the disk, and try again.",
                        failure);
        };
    }

    /** Reading failed; what is kept stays. */
    static ServiceFailure reading(SQLException failure, Path file) {
        return switch (kind(failure)) {
            case "CORRUPT", "NOTADB" -> damaged(failure, file);
            default ->
                server(
                        "outbox_failed",
                        "What waits to be sent, in " + file + ", could not be read. It is still there; try again.",
                        failure);
        };
    }

    /** The folder or a file in it could not be made. */
    static ServiceFailure opening(Exception failure, Path folder) {
        boolean full = failure instanceof SQLException sql
                ? kind(sql).equals("FULL")
                : String.valueOf(failure.getMessage()).contains("No space left");
        String what = "The folder " + folder + ", in which scores are kept until they are sent, cannot be used";
        return full
                ? server("disk_full", what + ": the disk is full. Free some space there and try again.", failure)
                : server("outbox_unwritable", what + ". Check who may write to it and try again.", failure);
    }

    static boolean isDamage(SQLException failure) {
        return switch (kind(failure)) {
            case "CORRUPT", "NOTADB" -> true;
            default -> false;
        };
    }

    private static ServiceFailure damaged(SQLException failure, Path file) {
        return server(
                "outbox_damaged",
                "The file " + file
                        + ", in which scores are kept until they are sent, is damaged, so this was not kept. Start the"
                        + " program anew: it puts the file aside and saves what it can.",
                failure);
    }

    private static ServiceFailure server(String code, String sentence, Exception cause) {
        return new ServiceFailure.Server(code, sentence, null, cause);
    }

    // The first word of SQLite's own name for it, such as IOERR of SQLITE_IOERR_FSYNC.
    private static String kind(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return "";
        }
        String name = sqlite.getResultCode().name().substring("SQLITE_".length());
        int end = name.indexOf('_');
        return end < 0 ? name : name.substring(0, end);
    }
}
