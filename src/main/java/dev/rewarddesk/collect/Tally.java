package dev.rewarddesk.collect;

import dev.rewarddesk.collect.ImportReport.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Counts what an import does, and tells how far it is. */
final class Tally {

    /** A file of the wrong kind has a problem in every line; nobody reads more of them than this. */
    static final int MOST_PROBLEMS = 1000;

    private final int total;
    private final Consumer<ImportProgress> progress;
    private final List<Problem> problems = new ArrayList<>();
    private int images;
    private int responses;
    private int checkpoints;
    private int known;
    private int done;
    private int unlisted;

    Tally(int total, Consumer<ImportProgress> progress) {
        this.total = total;
        this.progress = progress;
    }

    void newImage() {
        images++;
    }

    void newResponse() {
        responses++;
    }

    void newCheckpoint() {
        checkpoints++;
    }

    void known() {
        known++;
    }

    void problem(String file, int line, String reason) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Problem(file, line, reason));
        } else {
            unlisted++;
        }
    }

    void lineDone() {
        done++;
        progress.accept(new ImportProgress(done, Math.max(done, total)));
    }

    /** What is in the workspace now because of this run, for a message about its end. */
    String soFar() {
        return "%d of %d lines were dealt with before; importing the folder again goes on from there."
                .formatted(done, Math.max(done, total));
    }

    ImportReport report() {
        List<Problem> all = new ArrayList<>(problems);
        if (unlisted > 0) {
            all.add(new Problem(
                    problems.getLast().file(), 0, unlisted + " more lines were not imported and are not listed here"));
        }
        return new ImportReport(images, responses, checkpoints, known, all);
    }
}
