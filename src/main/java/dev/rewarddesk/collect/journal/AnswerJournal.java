package dev.rewarddesk.collect.journal;

import dev.rewarddesk.collect.journal.RecordedAnswer.State;
import dev.rewarddesk.disk.FileRight;
import dev.rewarddesk.disk.PrivateFiles;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The record of what models answered, kept in {@code answers.db}, so that nothing is asked twice: an answer is written here before it
 * is sent to the workspace. One run writes at a time. Every method blocks for as long as the disk takes and ends with a {@link
 * ServiceFailure} where it fails.
 */
public final class AnswerJournal implements AutoCloseable {

    private final JournalFile file;
    private final FileRight right;

    private AnswerJournal(JournalFile file, FileRight right) {
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
            FileRight right = FileRight.take(real.resolve("answers.lock"))
                    .orElseThrow(() -> new ServiceFailure.Conflict(
                            "answers_busy",
                            "A model is being asked about this workspace's images already. Wait until that is over, or stop it."
                                    + " Nothing was asked."));
            boolean ready = false;
            try {
                AnswerJournal journal = new AnswerJournal(JournalFile.open(real, Layout.ANSWERS), right);
                ready = true;
                return journal;
            } finally {
                if (!ready) {
                    right.close();
                }
            }
        } catch (IOException failure) {
            throw Trouble.unusable(folder, Layout.ANSWERS, failure);
        }
    }

    /** What became of that one; empty where it was never asked. */
    public Optional<RecordedAnswer> find(UUID id) {
        return file.read(sql -> new Answers(sql).find(id));
    }

    /** Answers that the workspace does not have yet, at most that many. */
    public List<UnsentAnswer> unsent(int most) {
        return file.read(sql -> new Answers(sql).unsent(most));
    }

    /** The model answered, and this is to be sent. */
    public void answered(UUID id, UUID image, String document) {
        put(id, image, new RecordedAnswer(State.ANSWERED, document, "", ""));
    }

    /** The workspace has that answer. */
    public void sent(UUID id) {
        file.write(sql -> new Answers(sql).settle(id, State.SENT, "", ""));
    }

    /** The workspace will never take that answer. */
    public void unwanted(UUID id, String code, String words) {
        file.write(sql -> new Answers(sql).settle(id, State.FAILED, code, words));
    }

    /** The model declined. */
    public void declined(UUID id, UUID image, String code, String words) {
        put(id, image, new RecordedAnswer(State.DECLINED, "", code, words));
    }

    /** There was no answer. */
    public void failed(UUID id, UUID image, String code, String words) {
        put(id, image, new RecordedAnswer(State.FAILED, "", code, words));
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

    private void put(UUID id, UUID image, RecordedAnswer answer) {
        file.write(sql -> new Answers(sql).put(id, image, answer));
    }
}
