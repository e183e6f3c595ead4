package dev.rewarddesk.desktop.library;

import dev.rewarddesk.model.ResponseEntry;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.RewardEntry;
import java.util.List;
import java.util.Optional;

/** What stands beside the list. */
public sealed interface DetailState {

    /** Nothing. */
    record Closed() implements DetailState {}

    /** Something that is on its way. */
    record Loading() implements DetailState {}

    /**
     * It did not come.
     *
     * @param problem a sentence for people
     */
    record Failed(String problem) implements DetailState {}

    /**
     * A response.
     *
     * @param rewards those that the person may see, newest first
     */
    record Open(ResponseEntry entry, List<RewardEntry> rewards) implements DetailState {

        /** Keeps its own copy of the rewards. */
        public Open {
            rewards = List.copyOf(rewards);
        }

        /** The reward that the person gave. */
        public Optional<Reward> own() {
            return Optional.ofNullable(entry.ownReward());
        }
    }
}
