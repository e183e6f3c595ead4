package dev.rewarddesk.desktop.review;

/**
 * What one person's work at the desk consists of.
 *
 * @param turn whose turn it is: the person's, or a decision's that is being written
 * @param undelivered what the workspace does not know yet
 */
record Sitting(
        Turn turn,
        Desk desk,
        Drafts drafts,
        History history,
        Undelivered undelivered,
        Progress progress,
        Bulletin bulletin) {}
