package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.PatientCalls;
import dev.rewarddesk.supabase.FunctionsApi;
import java.util.Optional;
import java.util.UUID;

/** Which checkpoint is active in the workspace. */
final class ActiveCheckpoint {

    private final PatientCalls calls;

    ActiveCheckpoint(PatientCalls calls) {
        this.calls = calls;
    }

    /** That of this moment; empty where none was ever active. */
    Optional<UUID> now() {
        return calls.send(FunctionsApi.get("rft-checkpoints/active"))
                .optionalData(Row.class)
                .map(Row::id);
    }

    private record Row(UUID id) {}
}
