package dev.rewarddesk.embedded.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words. Java's own message often is the file's name and nothing else. */
public final class FileTrouble {

    private FileTrouble() {}

    /** Part of a sentence, such as {@code /data may not be written by you}. */
    public static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written by you";
            case NoSuchFileException missing -> missing.getFile() + " is not there and cannot be made";
            case FileAlreadyExistsException taken -> taken.getFile() + " is there and is not a folder";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            default -> String.valueOf(failure.getMessage());
        };
    }
}
