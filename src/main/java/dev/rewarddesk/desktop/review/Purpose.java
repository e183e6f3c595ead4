package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Refused;
import dev.rewarddesk.model.Reward;
import org.jspecify.annotations.Nullable;

/** What an item is on the desk for, and so what submitting it does. */
public sealed interface Purpose {

    /** It waits to be scored: submitting gives a reward. */
    record Scoring() implements Purpose {}

    /** A reward given before is looked at again: submitting changes it, leaving leaves it as it was. */
    record Changing(Past past) implements Purpose {}

    /**
     * The workspace did not take a decision about it: submitting puts another in its place, leaving leaves it in the list.
     *
     * @param current the reward that this reviewer has given to the response, as the workspace has it now; null where there is
     *     none, or it is not known
     */
    record Correcting(Refused refused, @Nullable Reward current) implements Purpose {}
}
