package dev.rewarddesk.collect.journal;

import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Says to people what is wrong with a file or the disk that it is on.
 *
 * @param file whose trouble it is
 * @param layout what the file is
 */
record Trouble(Path file, Layout layout) {

    ServiceFailure opening(SQLException failure) {
        return isDamage(failure)
                ? damaged(failure)
                : server(
                        "journal_unusable",
                        " cannot be opened. Check who may write to its folder and whether the disk is full, and try again.",
                        failure);
    }

    ServiceFailure writing(SQLException failure) {
        if (isDamage(failure)) {
            return damaged(failure);
        }
        if (code(failure) == SQLiteErrorCode.SQLITE_FULL) {
            String sentence = "The disk of %s is full, so %s has stopped. Free some space and resume it. %s"
                    .formatted(file, layout.stopped(), layout.safe());
            return new ServiceFailure.Server("disk_full", sentence, null, failure);
        }
        return server(
                "journal_failed",
                " could not be written, so " + layout.stopped() + " has stopped. Check the disk and resume it. "
                        + layout.safe(),
                failure);
    }

    ServiceFailure reading(SQLException failure) {
        return isDamage(failure)
                ? damaged(failure)
                : server("journal_failed", " could not be read. Try again. " + layout.safe(), failure);
    }

    ServiceFailure newer() {
        return server(
                "journal_newer",
                " was written by a newer version of this program. Nothing was changed; start that version.",
                null);
    }

    ServiceFailure damaged(@Nullable Throwable cause) {
        return server("journal_damaged", " is damaged. Move it away to begin a new record. " + layout.safe(), cause);
    }

    private static boolean isDamage(SQLException failure) {
        SQLiteErrorCode code = code(failure);
        return code.name().startsWith("SQLITE_CORRUPT") || code == SQLiteErrorCode.SQLITE_NOTADB;
    }

    private static SQLiteErrorCode code(SQLException failure) {
        return failure instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    }

    private ServiceFailure server(String code, String what, @Nullable Throwable cause) {
        return new ServiceFailure.Server(
                code, "The file " + file + ", in which " + layout.recorded() + " recorded," + what, null, cause);
    }

    /** That the folder is no place for such a file. */
    static ServiceFailure unusable(Path folder, Layout layout, IOException failure) {
        return new ServiceFailure.Server(
                "journal_unusable",
                "The folder %s, in which %s recorded, cannot be used. Check who may write to it and whether the disk is full, and"
                                .formatted(folder, layout.recorded())
                        + " try again.",
                null,
                failure);
    }
}
