package dev.rewarddesk.review;

import static dev.rewarddesk.supabase.FunctionsApi.get;
import static dev.rewarddesk.supabase.FunctionsApi.post;
import static dev.rewarddesk.supabase.FunctionsApi.put;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.outbox.Sender;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.RewardRow;
import dev.rewarddesk.supabase.SessionStatus;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells decisions to the workspace. Each carries its id as idempotency key, by which the workspace knows it again for days; a
 * reward that was told and not acknowledged is known after that by its own id.
 */
final class DecisionCalls implements Sender {

    private static final Set<String> MAYBE_OURS =
            Set.of("already_rewarded", "id_taken", "idempotency_key_reused", "revision_conflict");

    private final SupabaseClient client;

    DecisionCalls(SupabaseClient client) {
        this.client = client;
    }

    @Override
    public Optional<UUID> person() {
        return switch (client.status()) {
            case SessionStatus.SignedIn signedIn ->
                Optional.of(signedIn.session().userId());
            case SessionStatus.SignedOut _, SessionStatus.SecretKey _, SessionStatus.GivenToken _ -> Optional.empty();
        };
    }

    @Override
    public int send(UUID person, Decision decision) {
        FunctionsApi functions = client.functions().onlyAs(person);
        return switch (decision) {
            case Decision.Given(NewReward reward) -> give(functions, reward);
            case Decision.Changed change -> change(functions, change);
            case Decision.Skipped skip -> {
                functions.send(post("rft-responses/queue/skip")
                        .body(new Skip(skip.responseId(), skip.leaseToken(), skip.reason()))
                        .idempotencyKey(skip.id()));
                yield 0;
            }
            case Decision.Flagged flag -> {
                functions.send(post("rft-responses/queue/flag")
                        .body(new Flag(flag.id(), flag.responseId(), flag.leaseToken(), flag.reason(), flag.comment()))
                        .idempotencyKey(flag.id()));
                yield 0;
            }
        };
    }

    private static int give(FunctionsApi functions, NewReward reward) {
        try {
            return functions
                    .send(post("rft-rewards").body(RewardJson.of(reward)).idempotencyKey(reward.id()))
                    .data(RewardRow.class)
                    .revision();
        } catch (ServiceFailure.Conflict conflict) {
            return toldBefore(
                    functions, conflict, reward.responseId(), row -> row.id().equals(reward.id()));
        }
    }

    private static int change(FunctionsApi functions, Decision.Changed change) {
        int former = change.revision() == null ? 0 : change.revision();
        try {
            return functions
                    .send(put("rft-rewards")
                            .query("id", change.rewardId())
                            .body(ChangeJson.of(change))
                            .ifMatch(former)
                            .idempotencyKey(change.id()))
                    .data(RewardRow.class)
                    .revision();
        } catch (ServiceFailure.Conflict conflict) {
            return toldBefore(
                    functions,
                    conflict,
                    change.responseId(),
                    row -> row.id().equals(change.rewardId())
                            && row.revision() == former + 1
                            && ChangeJson.of(change).isIn(row));
        }
    }

    // Idempotency keys are forgotten after days; what was told before them is there nevertheless.
    private static int toldBefore(
            FunctionsApi functions, ServiceFailure.Conflict conflict, UUID response, Predicate<RewardRow> ours) {
        if (!MAYBE_OURS.contains(conflict.code())) {
            throw conflict;
        }
        return functions
                .send(get("rft-rewards").query("response_id", response).query("limit", 1000))
                .rows(RewardRow.class)
                .stream()
                .filter(ours)
                .findAny()
                .map(RewardRow::revision)
                .orElseThrow(() -> conflict);
    }

    private record Skip(UUID responseId, @Nullable UUID leaseToken, String reason) {}

    private record Flag(UUID id, UUID responseId, @Nullable UUID leaseToken, FlagReason reason, String comment) {}
}
