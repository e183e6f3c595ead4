package dev.rewarddesk.desktop.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encoded images kept on this machine, named by their SHA-256, so that what was fetched once is there without the workspace, also
 * after a restart. What was not used for longest goes first. Several processes may use the same folder, and together never take
 * more than the bound. Nobody else may read it. Where the disk does not play along, images are simply not kept.
 */
public final class ImageFiles {

    /** For one person's machine: some hundred photos. */
    public static final long USUAL_BOUND = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(ImageFiles.class);
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final String LOCK = "lock";
    // Small images would otherwise make so many files that to list them takes long.
    private static final int MOST_FILES = 20_000;

    // File locks are between processes; this is between the threads of this one, whichever of them opened the folder.
    private static final Object WITHIN_THIS_PROCESS = new Object();

    private final Path folder;
    private final long bound;

    /**
     * @param folder made when it is needed
     * @param bound how many bytes the images may take in all
     */
    public ImageFiles(Path folder, long bound) {
        this.folder = folder;
        this.bound = bound;
    }

    /** How many bytes the images may take in all. */
    public long bound() {
        return bound;
    }

    /** How many bytes they take now, unfinished ones included. */
    public long bytes() {
        try {
            return entries().stream().mapToLong(Entry::size).sum();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /** The bytes with that SHA-256, in lower-case hexadecimal; blocks. A file that is damaged is removed and not answered. */
    public Optional<byte[]> read(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            return Optional.empty();
        }
        Path file = folder.resolve(sha256);
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!sha256.equals(sha256Of(bytes))) {
                LOG.warn("The kept image {} is damaged and is fetched again", file);
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(bytes);
        } catch (NoSuchFileException notKept) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("The kept image {} cannot be read", file, unreadable);
            return Optional.empty();
        }
    }

    /** Keeps bytes of that SHA-256, which the caller has made sure of; blocks. */
    public void keep(String sha256, byte[] bytes) {
        if (bytes.length > bound || !NAME.matcher(sha256).matches()) {
            return;
        }
        try {
            Files.createDirectories(folder, only("rwx------"));
            synchronized (WITHIN_THIS_PROCESS) {
                try (FileChannel channel = FileChannel.open(
                                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock _ = channel.lock()) {
                    makeRoom(sha256, bytes.length);
                    write(folder.resolve(sha256), bytes);
                }
            }
        } catch (IOException noRoom) {
            LOG.warn("An image could not be kept in {}", folder, noRoom);
        }
    }

    /** The SHA-256 of bytes, in lower-case hexadecimal. */
    public static String sha256Of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    // Whoever has the lock writes; what is unfinished then was left by a process that ended.
    private void makeRoom(String sha256, long size) throws IOException {
        List<Entry> kept = new ArrayList<>(entries());
        kept.sort(Comparator.comparing(Entry::isUnfinished).reversed().thenComparing(Entry::used));
        long sum = kept.stream().mapToLong(Entry::size).sum();
        int count = kept.size();
        for (Entry entry : kept) {
            boolean replaced = entry.file().endsWith(sha256);
            if (!entry.isUnfinished() && !replaced && sum + size <= bound && count < MOST_FILES) {
                continue;
            }
            if (remove(entry.file())) {
                sum -= entry.size();
                count--;
            }
        }
        if (sum + size > bound) {
            throw new IOException("The files in it cannot be removed");
        }
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Path unfinished = Files.createTempFile(folder, "", Entry.UNFINISHED, only("rw-------"));
        try {
            Files.write(unfinished, bytes);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private List<Entry> entries() throws IOException {
        List<Entry> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!file.endsWith(LOCK)) {
                    entry(file).ifPresent(found::add);
                }
            }
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        }
        return found;
    }

    private static Optional<Entry> entry(Path file) throws IOException {
        try {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Entry(file, facts.size(), facts.lastModifiedTime()));
        } catch (NoSuchFileException removedMeanwhile) {
            return Optional.empty();
        }
    }

    private static boolean remove(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException beingRead) {
            return false;
        }
    }

    private static FileAttribute<?>[] only(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private record Entry(Path file, long size, FileTime used) {

        static final String UNFINISHED = ".part";

        boolean isUnfinished() {
            return file.toString().endsWith(UNFINISHED);
        }
    }
}
