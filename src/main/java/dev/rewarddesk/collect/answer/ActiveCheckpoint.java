package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.PatientCalls;
import dev.rewarddesk.supabase.Answer;
import dev.rewarddesk.supabase.Call;
import dev.rewarddesk.supabase.FunctionsApi;
import java.util.Optional;
import java.util.UUID;

/** Which checkpoint is active in the workspace. Asked each time, and answered in full only where it is another than before. */
final class ActiveCheckpoint {

    private static final Call STATE = FunctionsApi.get("rft-checkpoints/active");

    private final PatientCalls calls;

    // Two threads may both learn the same; what they learn is the same.
    private volatile Known known = new Known("", Optional.empty());

    ActiveCheckpoint(PatientCalls calls) {
        this.calls = calls;
    }

    private record Known(String tag, Optional<UUID> id) {}

    private record Row(UUID id) {}

    /** That of this moment; empty where none was ever active. */
    Optional<UUID> now() {
        Known before = known;
        Optional<Answer> other = calls.other(STATE, before.tag());
        if (other.isEmpty()) {
            return before.id();
        }
        Answer answer = other.get();
        Known now = new Known(answer.etag(), answer.optionalData(Row.class).map(Row::id));
        known = now;
        return now.id();
    }
}
