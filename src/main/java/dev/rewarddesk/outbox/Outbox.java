package dev.rewarddesk.outbox;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.model.RewardDraft;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What people decided on this machine and has not reached the workspace, in one file for a workspace. Several processes may have
 * it open. Every method blocks for as long as the disk takes and ends with a {@link ServiceFailure} where it fails; then nothing
 * of it was done.
 */
public final class Outbox implements AutoCloseable {

    /** As long as the workspace remembers idempotency keys. */
    private static final Duration TAKEN_KEPT = Duration.ofDays(7);

    private final OutboxFolder folder;
    private final Database database;
    private final Optional<String> warning;

    private Outbox(OutboxFolder folder, Database database, Optional<String> warning) {
        this.folder = folder;
        this.database = database;
        this.warning = warning;
    }

    /** Opens the outbox in this folder, which is made when needed and closed to others. */
    public static Outbox open(Path folder) {
        OutboxFolder made = OutboxFolder.enter(folder);
        try {
            OutboxFolder.Opened opened = made.open();
            Outbox outbox = new Outbox(made, opened.database(), opened.warning());
            outbox.forgetTaken();
            return outbox;
        } catch (RuntimeException failure) {
            made.close();
            throw failure;
        }
    }

    /** What happened to the file since it was used last, a sentence for people; empty as a rule. */
    public Optional<String> warning() {
        return warning;
    }

    /** Keeps a decision, durably; the same one again is kept once. */
    public void keep(UUID person, Decided decided) {
        Decision decision = decided.decision();
        durably(connection -> {
            Entries entries = new Entries(connection);
            Optional<String> written = entries.written(decision.id());
            if (written.isEmpty()) {
                entries.add(person, decided);
            } else if (!written.get().equals(EntryJson.write(decision))) {
                throw new ServiceFailure.Conflict(
                        "already_kept",
                        "Something else was decided under the same id before. This was not kept; decide anew.");
            }
            if (decision instanceof Decision.Given || decision instanceof Decision.Changed) {
                new Drafts(connection).remove(person, decision.responseId());
            }
            return true;
        });
    }

    /** Takes a decision back that nobody has begun to send; false when somebody has, or there is none. */
    public boolean takeBack(UUID person, UUID id) {
        return durably(connection -> new Entries(connection).removeUnsent(person, id));
    }

    /** What has not reached the workspace and was not refused, oldest first. */
    public List<Decided> waiting(UUID person) {
        return read(connection -> new Entries(connection).waiting(person));
    }

    /** What the workspace did not take, oldest first. */
    public List<Refused> refused(UUID person) {
        return read(connection -> new Entries(connection).refused(person));
    }

    /** Lets a refused decision wait again; {@code NotFound} where there is none of that id. */
    public void sendAgain(UUID person, UUID id) {
        found(durably(connection -> new Entries(connection).waitAgain(person, id)));
    }

    /** Puts another decision in the place of a refused one; {@code NotFound} where there is none of that id. */
    public void replace(UUID person, UUID id, Decision decision) {
        found(durably(connection -> new Entries(connection).replace(person, id, decision)));
    }

    /** Forgets a refused decision; {@code NotFound} where there is none of that id. */
    public void drop(UUID person, UUID id) {
        found(durably(connection -> new Entries(connection).removeRefused(person, id)));
    }

    /** Keeps a draft over the former one of the same response. Outlives the process, not a power failure. */
    public void keepDraft(UUID person, RewardDraft draft) {
        quickly(connection -> new Drafts(connection).put(person, draft));
    }

    /** Forgets the draft of a response, if there is one. */
    public void forgetDraft(UUID person, UUID responseId) {
        quickly(connection -> new Drafts(connection).remove(person, responseId));
    }

    /** The drafts, oldest first. */
    public List<RewardDraft> drafts(UUID person) {
        return read(connection -> new Drafts(connection).all(person));
    }

    @Override
    public void close() {
        database.close();
        folder.close();
    }

    OutboxFolder folder() {
        return folder;
    }

    Tally tally(UUID person) {
        return read(connection -> new Entries(connection).tally(person));
    }

    /** Another number than before where anything was written, by whichever process. */
    int changes() {
        try {
            return database.changes();
        } catch (SQLException failure) {
            throw Trouble.reading(failure, folder.file());
        }
    }

    List<Waiting> next(UUID person, Predicate<UUID> wantedResponses, int enough) {
        return read(connection -> new Entries(connection).next(person, wantedResponses, enough));
    }

    boolean attempt(Waiting waiting) {
        return quickly(connection -> new Entries(connection).attempt(waiting));
    }

    void take(Waiting waiting, int revision, Instant at) {
        quickly(connection -> {
            new Entries(connection).take(waiting, revision, at);
            return true;
        });
    }

    void refuse(Waiting waiting, String code, String reason, Instant at) {
        quickly(connection -> {
            new Entries(connection).refuse(waiting, code, reason, at);
            return true;
        });
    }

    long lastSettled() {
        return read(connection -> new Entries(connection).lastSettled());
    }

    List<Settled> settled(UUID person, long after, long upTo) {
        return read(connection -> new Entries(connection).settled(person, after, upTo));
    }

    void tidy() {
        try {
            database.tidy();
        } catch (SQLException failure) {
            throw Trouble.reading(failure, folder.file());
        }
    }

    private void forgetTaken() {
        quickly(connection -> {
            new Entries(connection).forgetTaken(Instant.now().minus(TAKEN_KEPT));
            return true;
        });
    }

    private static void found(boolean found) {
        if (!found) {
            throw new ServiceFailure.NotFound(
                    "not_refused", "This decision is not, or no longer, among those that were not taken.");
        }
    }

    private <T> T durably(Database.Work<T> work) {
        try {
            return database.durably(work);
        } catch (SQLException failure) {
            throw Trouble.writing(failure, folder.file());
        }
    }

    private <T> T quickly(Database.Work<T> work) {
        try {
            return database.quickly(work);
        } catch (SQLException failure) {
            throw Trouble.writing(failure, folder.file());
        }
    }

    private <T> T read(Database.Work<T> work) {
        try {
            return database.read(work);
        } catch (SQLException failure) {
            throw Trouble.reading(failure, folder.file());
        }
    }
}
