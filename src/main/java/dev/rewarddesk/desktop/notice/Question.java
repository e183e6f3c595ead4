package dev.rewarddesk.desktop.notice;

import dev.rewarddesk.desktop.text.Texts;

/**
 * Something to confirm. Each question that the desktop asks has its own factory here.
 *
 * @param title the question itself
 * @param text what a yes leads to
 * @param yes what the button says that does it
 * @param dangerous whether a yes loses something
 */
public record Question(String title, String text, String yes, boolean dangerous) {

    /** Whether to forget a checkpoint. */
    public static Question deleteCheckpoint(String version) {
        return new Question(
                Texts.of("checkpoints.delete.title", version),
                Texts.of("checkpoints.delete.text"),
                Texts.of("checkpoints.delete.yes"),
                true);
    }

    /** Whether rewards that did not get through are given up. */
    public static Question giveUpRewards(long count) {
        return new Question(
                Texts.of("review.leave.title", count),
                Texts.of("review.leave.text"),
                Texts.of("review.leave.yes"),
                true);
    }

    /** Whether settings that were entered and not saved are given up. */
    public static Question discardSettings() {
        return new Question(
                Texts.of("settings.leave.title"),
                Texts.of("settings.leave.text"),
                Texts.of("settings.leave.yes"),
                true);
    }
}
