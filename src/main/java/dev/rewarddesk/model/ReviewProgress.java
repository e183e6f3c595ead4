package dev.rewarddesk.model;

/**
 * How far the signed-in reviewer is.
 *
 * @param done own rewards in all
 * @param doneToday own rewards since midnight UTC
 * @param left responses that wait and that this reviewer has not scored, those skipped included
 * @param skipped how many of those left were skipped
 */
public record ReviewProgress(long done, long doneToday, long left, long skipped) {

    /** Whether there never was anything to score, as far as this reviewer can see. */
    public boolean isUntouched() {
        return done == 0 && left == 0;
    }
}
