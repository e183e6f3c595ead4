package dev.rewarddesk.account;

import dev.rewarddesk.model.ReadinessBounds;
import dev.rewarddesk.model.Revised;

/** What it takes to be ready, among the workspace's settings, as the wire has it. */
record ReadinessRow(int readyResponses, int readyRewards, int partialResponses) {

    static ReadinessRow of(ReadinessBounds bounds) {
        return new ReadinessRow(bounds.responses(), bounds.rewards(), bounds.partialResponses());
    }

    /** The same as it is answered, with the revision of the settings. */
    record Answer(int readyResponses, int readyRewards, int partialResponses, int revision) {

        Revised<ReadinessBounds> bounds() {
            return new Revised<>(new ReadinessBounds(readyResponses, readyRewards, partialResponses), revision);
        }
    }
}
