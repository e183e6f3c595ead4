package dev.rewarddesk.review;

import static dev.rewarddesk.supabase.FunctionsApi.delete;
import static dev.rewarddesk.supabase.FunctionsApi.get;
import static dev.rewarddesk.supabase.FunctionsApi.post;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Hand;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.ReviewProgress;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.supabase.RewardRow;
import dev.rewarddesk.supabase.SessionStatus;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The review queue of the signed-in reviewer. Every method blocks and ends with a {@code ServiceFailure} when it fails. */
public final class ReviewService {

    private final SupabaseClient client;

    public ReviewService(SupabaseClient client) {
        this.client = client;
    }

    /**
     * Makes the reviewer's hand {@code size} items: those already held, renewed, then the next ones, those they skipped last.
     * Asking again gives the same hand. Fewer items mean that no more wait.
     *
     * @param size 1 to 50
     */
    public Hand claim(int size) {
        return client.functions()
                .send(post("rft-responses/queue/claim").body(Map.of("n", size)))
                .whole(Claimed.class)
                .hand();
    }

    /**
     * Takes this one response in hand, whatever its place in the queue: one whose time ran out or, which is taken back with it,
     * one that this reviewer skipped.
     */
    public ReviewItem claim(UUID responseId) {
        return client
                .functions()
                .send(post("rft-responses/queue/claim").body(Map.of("response_id", responseId)))
                .whole(Claimed.class)
                .hand()
                .items()
                .stream()
                .filter(item -> item.response().id().equals(responseId))
                .findAny()
                .orElseThrow(() -> new ServiceFailure.NotFound(
                        "response_not_found", "This item is not to be had any more. Nothing was changed."));
    }

    /** Takes this reviewer's flag back. */
    public void unflag(UUID responseId) {
        client.functions().send(delete("rft-responses/queue/flag").query("response_id", responseId));
    }

    /** The reward that this reviewer has given to a response, as the workspace has it now. */
    public Optional<Reward> ownReward(UUID responseId) {
        UUID me = client.status() instanceof SessionStatus.SignedIn signedIn
                ? signedIn.session().userId()
                : null;
        return rewards(responseId)
                .filter(reward -> me != null && me.equals(reward.reviewerId()))
                .findAny();
    }

    /** Extends the leases of what is on the desk and returns the items whose lease is lost. */
    public List<ReviewItem> renew(List<ReviewItem> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        Set<UUID> lost = client.functions()
                .send(post("rft-responses/queue/heartbeat").body(tokensOf(items)))
                .whole(Renewed.class)
                .lost();
        return items.stream()
                .filter(item -> lost.contains(item.lease().token()))
                .toList();
    }

    /** Gives items back to the queue. */
    public void release(List<ReviewItem> items) {
        if (!items.isEmpty()) {
            client.functions().send(post("rft-responses/queue/release").body(tokensOf(items)));
        }
    }

    /**
     * Tells a decision to the workspace now. It is not kept on this machine, as {@link Outgoing#keep} does, so whoever calls this has
     * to do so again when it fails; the same one (same id) counts once.
     *
     * @return the revision that a reward has then; 0 for other decisions
     */
    public int tell(Decision decision) {
        DecisionCalls calls = new DecisionCalls(client);
        UUID person = calls.person()
                .orElseThrow(
                        () -> new ServiceFailure.SignedOut("signed_out", "Nobody is signed in. Nothing was saved."));
        return calls.send(person, decision);
    }

    /** How far the reviewer is. */
    public ReviewProgress progress() {
        return client.functions().send(get("rft-responses/queue")).data(ReviewProgress.class);
    }

    /** The image's bytes as stored, at most 10 MiB. */
    public byte[] bytesOf(Image image) {
        return client.images().whole(image.id(), image.signedUrl());
    }

    private Stream<Reward> rewards(UUID responseId) {
        return client
                .functions()
                .send(get("rft-rewards").query("response_id", responseId).query("limit", 1000))
                .rows(RewardRow.class)
                .stream()
                .map(RewardRow::reward);
    }

    private static Map<String, List<UUID>> tokensOf(List<ReviewItem> items) {
        return Map.of("tokens", items.stream().map(item -> item.lease().token()).toList());
    }

    private record Claimed(List<ReviewItem> data, ReviewProgress stats) {
        Hand hand() {
            return new Hand(data, stats);
        }
    }

    private record Renewed(Set<UUID> lost) {}
}
