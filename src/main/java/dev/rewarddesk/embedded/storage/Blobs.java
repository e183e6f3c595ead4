package dev.rewarddesk.embedded.storage;

import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a workspace, each under the hash of its bytes: {@code files/ab/abcdef…}. The same bytes are kept once. */
public final class Blobs {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Path incoming;
    private final boolean syncsFolders;
    // Many may store at once; a sweep looks when nobody is between placing a file and committing its row.
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** @param folder made if it is not there; what a former process left unfinished in it is removed */
    public Blobs(Path folder) throws IOException {
        this.folder = PrivateFiles.folderIfMissing(folder);
        this.incoming = PrivateFiles.folderIfMissing(folder.resolve("incoming"));
        this.syncsFolders = Files.getFileStore(folder).supportsFileAttributeView("posix");
        try (Stream<Path> unfinished = Files.list(incoming)) {
            for (Path file : unfinished.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Where files under way are kept; emptied at each start. */
    public Path incoming() {
        return incoming;
    }

    /** A file under way. Closing it removes it, unless it was kept. */
    public static final class Draft implements AutoCloseable {
        private final FileChannel channel;
        private final Path file;
        private final String sha256;
        private final long size;
        private boolean moved;

        private Draft(FileChannel channel, Path file, String sha256, long size) {
            this.channel = channel;
            this.file = file;
            this.sha256 = sha256;
            this.size = size;
        }

        /** Where it is until it is kept. */
        public Path file() {
            return file;
        }

        /** Of its bytes, in lower-case hexadecimal. */
        public String sha256() {
            return sha256;
        }

        /** In bytes. */
        public long size() {
            return size;
        }

        private void moveTo(Path target) throws IOException {
            channel.force(true);
            channel.close();
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            moved = true;
        }

        @Override
        public void close() throws IOException {
            if (!moved) {
                channel.close();
                Files.deleteIfExists(file);
            }
        }
    }

    /** Takes in bytes; the caller has bounded their number. */
    public Draft receive(InputStream bytes) throws IOException {
        Path file = incoming.resolve("file-" + UUID.randomUUID());
        MessageDigest digest = sha256();
        FileChannel channel = PrivateFiles.newFile(file);
        boolean received = false;
        try (bytes) {
            OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
            long size = bytes.transferTo(out);
            received = true;
            return new Draft(channel, file, HexFormat.of().formatHex(digest.digest()), size);
        } finally {
            if (!received) {
                channel.close();
                Files.deleteIfExists(file);
            }
        }
    }

    /** The right to put files in place; held until their rows are committed. */
    public Storing storing() {
        lock.readLock().lock();
        return new Storing();
    }

    /** The file with this hash; empty when there is none, or the text is no hash. */
    public Optional<Path> find(String sha256) {
        return HASH.matcher(sha256).matches()
                ? Optional.of(place(sha256)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** Which of these hashes are in use. */
    @FunctionalInterface
    public interface InUse<E extends Exception> {
        Set<String> among(List<String> hashes) throws E;
    }

    /** Removes files that no row names, left by a process that was killed between the two. Slow; meant for the background. */
    public <E extends Exception> void sweep(InUse<E> inUse) throws IOException, E {
        removeIdle(without(inUse, hashes()), inUse);
    }

    /** Removes those of these files that no row names. */
    public <E extends Exception> void removeIdle(List<String> idle, InUse<E> inUse) throws IOException, E {
        if (idle.isEmpty()) {
            return;
        }
        lock.writeLock().lock();
        try {
            // Asked again: somebody may have stored one of them meanwhile.
            for (String hash : without(inUse, idle)) {
                Files.deleteIfExists(place(hash));
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private List<String> hashes() throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> HASH.matcher(name).matches())
                    .toList();
        }
    }

    private static <E extends Exception> List<String> without(InUse<E> inUse, List<String> hashes) throws E {
        Set<String> used = inUse.among(hashes);
        return hashes.stream().filter(hash -> !used.contains(hash)).toList();
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** See {@link #storing()}. */
    public final class Storing implements AutoCloseable {

        private Storing() {}

        /** Puts the file in its place, safe against a power failure. */
        public void keep(Draft draft) throws IOException {
            Path target = place(draft.sha256());
            Path shelf =
                    PrivateFiles.folderIfMissing(folder.resolve(draft.sha256().substring(0, 2)));
            draft.moveTo(target);
            if (syncsFolders) {
                try (FileChannel folder = FileChannel.open(shelf, StandardOpenOption.READ)) {
                    folder.force(true);
                }
            }
        }

        @Override
        public void close() {
            lock.readLock().unlock();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
