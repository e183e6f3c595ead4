package dev.rewarddesk.collect;

import java.util.List;

/**
 * What an import did.
 *
 * @param images new images
 * @param responses new responses
 * @param checkpoints new checkpoints
 * @param known lines whose content was there already
 * @param problems lines that were not imported, in file order
 */
public record ImportReport(int images, int responses, int checkpoints, int known, List<Problem> problems) {

    /** Keeps its own copy of the problems. */
    public ImportReport {
        problems = List.copyOf(problems);
    }

    /**
     * A line that was not imported.
     *
     * @param line from 1; 0 where the whole file is meant
     */
    public record Problem(String file, int line, String reason) {}
}
