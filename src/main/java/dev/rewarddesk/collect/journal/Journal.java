package dev.rewarddesk.collect.journal;

import dev.rewarddesk.disk.FileRight;
import dev.rewarddesk.disk.PrivateFiles;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of all runs. Several processes may have it open, and each run is worked on by one of them. Every method blocks for as
 * long as the disk takes and ends with a {@link ServiceFailure} where it fails; then nothing of it was done.
 */
public final class Journal implements AutoCloseable {

    private final Path folder;
    private final JournalFile file;

    private Journal(Path folder, JournalFile file) {
        this.folder = folder;
        this.file = file;
    }

    /** Opens the record in this folder, which is made when needed and closed to others. */
    public static Journal open(Path folder) {
        try {
            Path real = PrivateFiles.folder(folder).toRealPath();
            return new Journal(real, JournalFile.open(real, Layout.SESSIONS));
        } catch (IOException failure) {
            throw Trouble.unusable(folder, Layout.SESSIONS, failure);
        }
    }

    /** Writes a new run down. */
    public void begin(String session, String settings, Instant now) {
        file.write(connection -> new Sessions(connection).insert(session, settings, now));
    }

    /** The right to work on a run; {@code Conflict} where somebody does already. */
    public FileRight claim(String session) {
        try {
            return FileRight.take(folder.resolve(session + ".lock"))
                    .orElseThrow(() -> new ServiceFailure.Conflict(
                            "session_busy", "The session " + session + " is under way already. Nothing was changed."));
        } catch (IOException failure) {
            throw Trouble.unusable(folder, Layout.SESSIONS, failure);
        }
    }

    /** Whether somebody works on that run now. */
    public boolean isUnderWay(String session) {
        try {
            Optional<FileRight> right = FileRight.take(folder.resolve(session + ".lock"));
            if (right.isPresent()) {
                right.get().close();
            }
            return right.isEmpty();
        } catch (IOException failure) {
            return false;
        }
    }

    /** All runs, newest first, at most that many. */
    public List<RecordedSession> sessions(int most) {
        return file.read(connection -> new Sessions(connection).newest(most));
    }

    /** {@code NotFound} where there is none of that name. */
    public RecordedSession session(String id) {
        return file.read(connection -> new Sessions(connection).find(id)).orElseThrow(() -> unknown(id));
    }

    /** That there is no run of that name. */
    public ServiceFailure unknown(String id) {
        return new ServiceFailure.NotFound("no_such_session", "There is no session " + id + ". Nothing was changed.");
    }

    /** What a run has met so far. */
    public JournalCounts counts(String session) {
        return file.read(connection -> new Counting(connection).of(session));
    }

    /** Goes on with a run, under these settings from now on. */
    public void resume(String session, String settings) {
        file.write(connection -> new Sessions(connection).resume(session, settings));
    }

    /** The run worked for so long since this was told last. */
    public void worked(String session, long millis) {
        file.write(connection -> new Sessions(connection).worked(session, millis));
    }

    /** The run ended for now. */
    public void end(String session, SessionState state, String message, Instant now) {
        file.write(connection -> new Sessions(connection).end(session, state, message, now));
    }

    /** Pages to begin with became known; answers how many were not known before. */
    public int addPages(String session, List<FoundPage> pages) {
        return file.write(connection -> new Pages(connection).insert(session, pages));
    }

    /** All pages to begin with are known. */
    public void seeded(String session) {
        file.write(connection -> new Sessions(connection).seeded(session));
    }

    /** Pages that wait, in the order in which they were found, after that one. */
    public List<WaitingPage> waitingPages(String session, long after, int most) {
        return file.read(connection -> new Pages(connection).waiting(session, after, most));
    }

    /**
     * What became known to a run that was not known to it before.
     *
     * @param pages how many
     * @param images how many
     */
    public record Added(int pages, int images) {}

    /**
     * A page was read, and what it led to becomes known with it.
     *
     * @param aliases other URLs of the same page, not to be read as pages of their own
     */
    public Added pageRead(
            String session,
            long page,
            long bytes,
            List<String> aliases,
            List<FoundPage> pages,
            List<FoundImage> images) {
        return file.write(connection -> {
            Pages table = new Pages(connection);
            table.read(page, bytes);
            int fewer = table.alias(session, aliases);
            int more = table.insert(session, pages);
            return new Added(more - fewer, new Images(connection).insert(session, images));
        });
    }

    /** A page was not had. */
    public void pageRefused(long page, String reason, String detail) {
        file.write(connection -> new Pages(connection).refused(page, reason, detail));
    }

    /** Images that wait, in the order in which they were found, after that one. */
    public List<WaitingImage> waitingImages(String session, long after, int most) {
        return file.read(connection -> new Images(connection).waiting(session, after, most));
    }

    public RecordedImage image(long image) {
        return file.read(connection -> new Images(connection).find(image));
    }

    /** An image was fetched; answers what is to become of it, written down. */
    public Preparation prepareImage(String session, long image, InspectedImage inspected, NearSearch search) {
        return file.write(
                connection -> new Arrivals(connection).prepare(session, image, inspected, search, Instant.now()));
    }

    /** An image is in the workspace: {@code new} or {@code duplicate}. */
    public void imageTaken(long image, String state, long bytes, String imageId) {
        file.write(connection -> {
            new Images(connection).settle(image, state, "", "", bytes, imageId);
            return new HeldImages(connection).taken(image);
        });
    }

    /** An image was not taken. */
    public void imageRefused(long image, String reason, String detail, long bytes) {
        file.write(connection -> new Images(connection).settle(image, "refused", reason, detail, bytes, ""));
    }

    /** What a run did not take: pages first, each kind in the order in which it was found, at most that many. */
    public List<RecordedRefusal> refusals(String session, int most) {
        return file.read(connection -> new Refusals(connection).of(session, most));
    }

    /** Images that are held back, grouped by what they look like, at most that many. */
    public List<RecordedHeld> held(int most) {
        return file.read(connection -> new HeldImages(connection).waiting(most));
    }

    /** One that is or was held back; empty where there is none of that number. */
    public Optional<RecordedHeld> heldImage(long id) {
        return file.read(connection -> new HeldImages(connection).find(id));
    }

    /** Its content; empty where it is not held back any more. */
    public Optional<byte[]> heldContent(long id) {
        return file.read(connection -> new HeldImages(connection).content(id));
    }

    /**
     * One that was held back is in the workspace, and others are compared with it from now on.
     *
     * @param state {@code new} or {@code duplicate}
     */
    public void keep(RecordedHeld held, String state, String imageId) {
        file.write(connection -> {
            HeldImages table = new HeldImages(connection);
            long image = held.image().number();
            new Images(connection).kept(image, state, imageId);
            new Fingerprints(connection).put(held.sha256(), image, table.fingerprint(held.id()), "");
            return table.keep(held.id());
        });
    }

    /** One that is held back is not wanted; its content is forgotten, and is not taken when it is met again. */
    public void drop(RecordedHeld held) {
        file.write(connection -> new HeldImages(connection).drop(held.id()));
    }

    /** What that URL was when it was fetched last, in whichever run. */
    public Optional<RecordedDocument> document(String url) {
        return file.read(connection -> new Documents(connection).find(url));
    }

    /** Remembers what a URL is now. */
    public void remember(String url, RecordedDocument document) {
        file.write(connection -> new Documents(connection).put(url, document));
    }

    @Override
    public void close() {
        file.close();
    }
}
