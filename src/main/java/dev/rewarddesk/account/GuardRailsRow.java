package dev.rewarddesk.account;

import dev.rewarddesk.model.GuardRails;
import dev.rewarddesk.model.Revised;
import org.jspecify.annotations.Nullable;

/** The guard rails among the workspace's settings, as the wire has them; a null is sent and turns one off. */
record GuardRailsRow(
        int guardRewards,
        int guardReviewers,
        @Nullable Double guardLowerBound,
        @Nullable Integer guardDays) {

    static GuardRailsRow of(GuardRails rails) {
        return new GuardRailsRow(rails.rewards(), rails.reviewers(), rails.lowerBound(), rails.days());
    }

    /** The same as it is answered, with the revision of the settings. */
    record Answer(
            int guardRewards,
            int guardReviewers,
            @Nullable Double guardLowerBound,
            @Nullable Integer guardDays,
            int revision) {

        Revised<GuardRails> guardRails() {
            return new Revised<>(new GuardRails(guardRewards, guardReviewers, guardLowerBound, guardDays), revision);
        }
    }
}
