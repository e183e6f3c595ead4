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
     * @param entry the own reward in it is as it will be when a change that waits has arrived
     * @param rewards those that the person may see, newest first; the own one likewise
     * @param change of the own reward
     */
    record Open(ResponseEntry entry, List<RewardEntry> rewards, OwnChange change) implements DetailState {

        /** Keeps its own copy of the rewards. */
        public Open {
            rewards = List.copyOf(rewards);
        }

        /** The reward that the person gave. */
        public Optional<Reward> own() {
            return Optional.ofNullable(entry.ownReward());
        }

        /** The same with this change of the own reward; what waits is shown as if it had arrived. */
        Open with(OwnChange now) {
            if (!(now instanceof OwnChange.Waiting(var change)) || own().isEmpty()) {
                return new Open(entry, rewards, now);
            }
            Reward changed = change.appliedTo(own().get());
            List<RewardEntry> all = rewards.stream()
                    .map(each -> each.reward().id().equals(changed.id()) ? each.withReward(changed) : each)
                    .toList();
            return new Open(entry.withOwnReward(changed), all, now);
        }
    }
}
