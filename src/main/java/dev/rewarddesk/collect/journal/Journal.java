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
        file.write(sql -> new Sessions(sql).insert(session, settings, now));
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
        return file.read(sql -> new Sessions(sql).newest(most));
    }

    /** {@code NotFound} where there is none of that name. */
    public RecordedSession session(String id) {
        return file.read(sql -> new Sessions(sql).find(id)).orElseThrow(() -> unknown(id));
    }

    /** That there is no run of that name. */
    public ServiceFailure unknown(String id) {
        return new ServiceFailure.NotFound("no_such_session", "There is no session " + id + ". Nothing was changed.");
    }

    /** What a run has met so far. */
    public JournalCounts counts(String session) {
        return file.read(sql -> new Counting(sql).of(session));
    }

    /** Goes on with a run, under these settings from now on. */
    public void resume(String session, String settings) {
        file.write(sql -> new Sessions(sql).resume(session, settings));
    }

    /** The run worked for so long since this was told last. */
    public void worked(String session, long millis) {
        file.write(sql -> new Sessions(sql).worked(session, millis));
    }

    /** The run ended for now. */
    public void end(String session, SessionState state, String message, Instant now) {
        file.write(sql -> new Sessions(sql).end(session, state, message, now));
    }

    /** Pages to begin with became known; answers how many were not known before. */
    public int addPages(String session, List<FoundPage> pages) {
        return file.write(sql -> new Pages(sql).insert(session, pages));
    }

    /** Whether any of these URLs is no page that the run knows. */
    public boolean hasOthers(String session, List<String> urls) {
        return file.read(sql -> new Pages(sql).hasOthers(session, urls));
    }

    /** All pages to begin with are known. */
    public void seeded(String session) {
        file.write(sql -> new Sessions(sql).seeded(session));
    }

    /** Pages that wait, in the order in which they were found, after that one. */
    public List<WaitingPage> waitingPages(String session, long after, int most) {
        return file.read(sql -> new Pages(sql).waiting(session, after, most));
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
        return file.write(sql -> {
            Pages table = new Pages(sql);
            table.read(page, bytes);
            int fewer = table.alias(session, aliases);
            int more = table.insert(session, pages);
            return new Added(more - fewer, new Images(sql).insert(session, images));
        });
    }

    /** A page was not had. */
    public void pageRefused(long page, String reason, String detail) {
        file.write(sql -> new Pages(sql).refused(page, reason, detail));
    }

    /** Images that wait, in the order in which they were found, after that one. */
    public List<WaitingImage> waitingImages(String session, long after, int most) {
        return file.read(sql -> new Images(sql).waiting(session, after, most));
    }

    public RecordedImage image(long image) {
        return file.read(sql -> new Images(sql).find(image));
    }

    /** An image was fetched; answers what is to become of it, written down. */
    public Preparation prepareImage(String session, long image, InspectedImage inspected, NearSearch search) {
        return file.write(sql -> new Arrivals(sql).prepare(session, image, inspected, search, Instant.now()));
    }

    /** An image is in the workspace: {@code new} or {@code duplicate}. */
    public void imageTaken(long image, String state, long bytes, String imageId) {
        file.write(sql -> {
            new Images(sql).settle(image, state, "", "", bytes, imageId);
            return new HeldImages(sql).taken(image);
        });
    }

    /** As above, and what its URL is now is remembered. */
    public void imageTaken(
            long image, String state, long bytes, String imageId, String url, RecordedDocument document) {
        file.write(sql -> {
            new Images(sql).settle(image, state, "", "", bytes, imageId);
            new HeldImages(sql).taken(image);
            return new Documents(sql).put(url, document);
        });
    }

    /** An image was not taken. */
    public void imageRefused(long image, String reason, String detail, long bytes) {
        file.write(sql -> new Images(sql).settle(image, "refused", reason, detail, bytes, ""));
    }

    /** What a run did not take: pages first, each kind in the order in which it was found, at most that many. */
    public List<RecordedRefusal> refusals(String session, int most) {
        return file.read(sql -> new Refusals(sql).of(session, most));
    }

    /** Images that are held back, grouped by what they look like, at most that many. */
    public List<RecordedHeld> held(int most) {
        return file.read(sql -> new HeldImages(sql).waiting(most));
    }

    /** One that is or was held back; empty where there is none of that number. */
    public Optional<RecordedHeld> heldImage(long id) {
        return file.read(sql -> new HeldImages(sql).find(id));
    }

    /** Its content; empty where it is not held back any more. */
    public Optional<byte[]> heldContent(long id) {
        return file.read(sql -> new HeldImages(sql).content(id));
    }

    /**
     * One that was held back is in the workspace, and others are compared with it from now on.
     *
     * @param state {@code new} or {@code duplicate}
     */
    public void keep(RecordedHeld held, String state, String imageId) {
        file.write(sql -> {
            HeldImages table = new HeldImages(sql);
            long image = held.image().number();
            new Images(sql).kept(image, state, imageId);
            new Fingerprints(sql).put(held.sha256(), image, table.fingerprint(held.id()), "");
            return table.keep(held.id());
        });
    }

    /** One that is held back is not wanted; its content is forgotten, and is not taken when it is met again. */
    public void drop(RecordedHeld held) {
        file.write(sql -> new HeldImages(sql).drop(held.id()));
    }

    /** What that URL was when it was fetched last, in whichever run. */
    public Optional<RecordedDocument> document(String url) {
        return file.read(sql -> new Documents(sql).find(url));
    }

    /** Remembers what a URL is now. */
    public void remember(String url, RecordedDocument document) {
        file.write(sql -> new Documents(sql).put(url, document));
    }

    @Override
    public void close() {
        file.close();
    }
}
