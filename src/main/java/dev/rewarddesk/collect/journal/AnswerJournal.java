package dev.rewarddesk.collect.journal;

import dev.rewarddesk.disk.FileRight;
import dev.rewarddesk.disk.NativeLibrary;
import dev.rewarddesk.disk.PrivateFiles;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The record of what models answered, kept in {@code answers.db}, so that nothing is asked twice: an answer is written here before it
 * is sent to the workspace. One run writes at a time. Every method blocks for as long as the disk takes and ends with a {@link
 * ServiceFailure} where it fails.
 */
public final class AnswerJournal implements AutoCloseable {

    private final AnswerFile file;
    private final FileRight right;

    private AnswerJournal(AnswerFile file, FileRight right) {
        this.file = file;
        this.right = right;
    }

    /**
     * Opens the record in this folder, which is made when needed and closed to others; {@code Conflict} where a run has it open
     * already.
     */
    public static AnswerJournal open(Path folder) {
        try {
            Path real = PrivateFiles.folder(folder).toRealPath();
            NativeLibrary.prepare(real.resolve("sqlite"));
            FileRight right = FileRight.take(real.resolve("answers.lock"))
                    .orElseThrow(() -> new ServiceFailure.Conflict(
                            "answers_busy",
                            "A model is being asked about this workspace's images already. Wait until that is over, or stop it."
                                    + " Nothing was asked."));
            boolean ready = false;
            try {
                AnswerJournal journal =
                        new AnswerJournal(AnswerFile.open(PrivateFiles.file(real.resolve("answers.db"))), right);
                ready = true;
                return journal;
            } finally {
                if (!ready) {
                    right.close();
                }
            }
        } catch (IOException failure) {
            throw new ServiceFailure.Server(
                    "journal_unusable",
                    "The folder " + folder
                            + ", in which answers are recorded, cannot be used. Check who may write to it and whether the"
                            + " disk is full, and try again. Nothing was asked.",
                    null,
                    failure);
        }
    }

    /** What became of that one; empty where it was never asked. */
    public Optional<RecordedAnswer> find(UUID id) {
        return file
                .read(statements -> statements.all(
                        row -> new RecordedAnswer(
                                RecordedAnswer.State.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)),
                        "select state, document, code, words from answer where id = ?",
                        id.toString()))
                .stream()
                .findFirst();
    }

    /** Answers that the workspace does not have yet, at most that many. */
    public List<UnsentAnswer> unsent(int most) {
        return file.read(statements -> statements.all(
                row -> new UnsentAnswer(UUID.fromString(row.getString(1)), row.getString(2)),
                "select id, document from answer where state = 'ANSWERED' order by id limit ?",
                most));
    }

    /** The model answered, and this is to be sent. */
    public void answered(UUID id, UUID image, String document) {
        put(id, image, RecordedAnswer.State.ANSWERED, document, "", "");
    }

    /** The workspace has that answer. */
    public void sent(UUID id) {
        file.write(statements ->
                statements.run("update answer set state = 'SENT', document = '' where id = ?", id.toString()));
    }

    /** The workspace will never take that answer. */
    public void unwanted(UUID id, String code, String words) {
        file.write(statements -> statements.run(
                "update answer set state = 'FAILED', document = '', code = ?, words = ? where id = ?",
                code,
                words,
                id.toString()));
    }

    /** The model declined. */
    public void declined(UUID id, UUID image, String code, String words) {
        put(id, image, RecordedAnswer.State.DECLINED, "", code, words);
    }

    /** There was no answer. */
    public void failed(UUID id, UUID image, String code, String words) {
        put(id, image, RecordedAnswer.State.FAILED, "", code, words);
    }

    @Override
    public void close() {
        file.close();
        try {
            right.close();
        } catch (IOException gone) {
            // The lock ends with the process at the latest.
        }
    }

    private void put(UUID id, UUID image, RecordedAnswer.State state, String document, String code, String words) {
        file.write(statements -> statements.run(
                "insert or replace into answer (id, image, state, document, code, words, written_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id.toString(),
                image.toString(),
                state.name(),
                document,
                code,
                words,
                Instant.now().toString()));
    }
}
