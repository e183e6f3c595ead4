package dev.rewarddesk.collect.journal;

import dev.rewarddesk.failure.ServiceFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says to people what is wrong with the file or the disk that it is on. */
final class Trouble {

    private static final String SAFE = " Images that were uploaded are safe in the workspace.";

    private Trouble() {}

    static ServiceFailure opening(SQLException failure, Path file) {
        return isDamage(failure)
                ? damaged(file, failure)
                : server(
                        "journal_unusable",
                        "The file " + file
                                + ", in which collecting is recorded, cannot be opened. Check who may write to its folder"
                                + " and whether the disk is full, and try again.",
                        failure);
    }

    static ServiceFailure writing(SQLException failure, Path file) {
        if (isDamage(failure)) {
            return damaged(file, failure);
        }
        return code(failure) == SQLiteErrorCode.SQLITE_FULL
                ? server(
                        "disk_full",
                        "The disk of " + file + " is full, so collecting has stopped. Free some space and resume it."
                                + SAFE,
                        failure)
                : server(
                        "journal_failed",
                        "The file " + file
                                + ", in which collecting is recorded, could not be written, so collecting has stopped."
                                + " Check the disk and resume it." + SAFE,
                        failure);
    }

    static ServiceFailure reading(SQLException failure, Path file) {
        return isDamage(failure)
                ? damaged(file, failure)
                : server(
                        "journal_failed",
                        "The file " + file + ", in which collecting is recorded, could not be read. Try again." + SAFE,
                        failure);
    }

    static ServiceFailure newer(Path file) {
        return server(
                "journal_newer",
                "The file " + file
                        + ", in which collecting is recorded, was written by a newer version of this program. Nothing was"
                        + " changed; start that version.",
                null);
    }

    static ServiceFailure damaged(Path file, @Nullable Throwable cause) {
        return server(
                "journal_damaged",
                "The file " + file
                        + ", in which collecting is recorded, is damaged. Move it away to begin a new record." + SAFE,
                cause);
    }

    private static boolean isDamage(SQLException failure) {
        SQLiteErrorCode code = code(failure);
        return code.name().startsWith("SQLITE_CORRUPT") || code == SQLiteErrorCode.SQLITE_NOTADB;
    }

    private static SQLiteErrorCode code(SQLException failure) {
        return failure instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    private static ServiceFailure server(String code, String sentence, @Nullable Throwable cause) {
        return new ServiceFailure.Server(code, sentence, null, cause);
    }
}
