package dev.rewarddesk.collect.journal;

import java.util.List;

/**
 * What a file of this package is.
 *
 * @param name in its folder
 * @param applicationId marks it as ours
 * @param version of the tables; a file of a later one is left alone
 * @param outlivesPower whether what was written stays written even if the power fails, which makes every write slower
 * @param tables what makes them
 * @param recorded what is recorded in it, for people: a subject and its verb
 * @param stopped what stops when it fails, for people
 * @param safe what is not lost then, a sentence
 */
record Layout(
        String name,
        int applicationId,
        int version,
        boolean outlivesPower,
        List<String> tables,
        String recorded,
        String stopped,
        String safe) {

    /** What runs met. What the power undoes is done again. */
    static final Layout SESSIONS = new Layout(
            "journal.sqlite",
            // "RDcj"
            0x5244636A,
            1,
            false,
            Tables.ALL,
            "collecting is",
            "collecting",
            "Images that were uploaded are safe in the workspace.");

    /** What models answered. An answer was paid for. */
    static final Layout ANSWERS = new Layout(
            "answers.db",
            // "RDan"
            0x5244616E,
            1,
            true,
            Answers.TABLES,
            "models' answers are",
            "asking",
            "Answers that were sent are safe in the workspace.");
}
