package dev.rewarddesk.library;

import static dev.rewarddesk.supabase.FunctionsApi.get;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Agent;
import dev.rewarddesk.model.Facets;
import dev.rewarddesk.model.FormerReward;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ItemFilter;
import dev.rewarddesk.model.ModelResponse;
import dev.rewarddesk.model.Page;
import dev.rewarddesk.model.ResponseEntry;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.RewardEntry;
import dev.rewarddesk.model.RewardFilter;
import dev.rewarddesk.supabase.Answer;
import dev.rewarddesk.supabase.Call;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.RewardRow;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All responses and rewards that the signed-in person may see, page by page, newest first. Every method blocks and ends with a
 * {@code ServiceFailure} when it fails.
 */
public final class LibraryService {

    /** How many rows a page has, but for the last one. */
    public static final int PAGE = 50;

    private static final int MOST_REWARDS = 1000;

    private final SupabaseClient client;

    public LibraryService(SupabaseClient client) {
        this.client = client;
    }

    /**
     * A page of responses.
     *
     * @param status null for any
     * @param cursor where the page begins, as the page before it said; null for the first page
     */
    public Page<ResponseEntry> responses(ItemFilter filter, @Nullable ResponseStatus status, @Nullable String cursor) {
        Call call = Filtering.by(filter, get("rft-responses"));
        Answer answer = send(
                status == null ? call : call.query("status", status.name().toLowerCase(Locale.ROOT)), PAGE, cursor);
        return new Page<>(responsesIn(answer), answer.total(), answer.nextCursor());
    }

    /**
     * What waits for the caller's review, in the order in which the queue would give it out; nothing is taken into their hand.
     *
     * @param filter without words
     * @param agent whose own scores are left out, too
     * @param limit how many rows at most, 1 to 1000
     */
    public Page<ResponseEntry> waiting(ItemFilter filter, Agent agent, int limit, @Nullable String cursor) {
        Call call = Filtering.by(filter, get("rft-responses/queue/waiting"))
                .query("agent", agent.name())
                .query("agent_version", agent.version())
                .query("limit", limit);
        Answer answer = client.functions().send(cursor == null ? call : call.query("cursor", cursor));
        return new Page<>(responsesIn(answer), answer.total(), answer.nextCursor());
    }

    /** A page of rewards; the cursor as above. */
    public Page<RewardEntry> rewards(RewardFilter filter, @Nullable String cursor) {
        Answer answer = send(Filtering.by(filter, get("rft-rewards")), PAGE, cursor);
        return new Page<>(rewardsIn(answer), answer.total(), answer.nextCursor());
    }

    /** How many responses wait for a lead's look; {@link Page#MOST_COUNTED} and one where there are more than that. */
    public long flagged() {
        return send(get("rft-responses").query("status", "flagged"), 1, null).total();
    }

    /** One response; {@code NotFound} when it is gone. */
    public ResponseEntry response(UUID id) {
        return responsesIn(send(get("rft-responses").query("id", id), 1, null)).stream()
                .findAny()
                .orElseThrow(() -> new ServiceFailure.NotFound(
                        "response_not_found", "This response is not there any more; somebody has deleted it."));
    }

    /** One image; {@code NotFound} when it is gone. */
    public Image image(UUID id) {
        return client.functions().send(get("upload").query("id", id)).rows(Image.class).stream()
                .findAny()
                .orElseThrow(() -> new ServiceFailure.NotFound(
                        "image_not_found", "This image is not there any more; somebody has deleted it."));
    }

    /** The image's bytes as stored, at most 10 MiB. */
    public byte[] bytesOf(Image image) {
        return client.images().whole(image.id(), image.signedUrl());
    }

    /** What models answered about an image, newest first, at most 50. */
    public List<ResponseEntry> answersAbout(UUID imageId) {
        return responsesIn(send(get("rft-responses").query("image_id", imageId), PAGE, null));
    }

    /** The rewards to one response that the caller may see, those of agents among them, newest first, at most 1000. */
    public List<RewardEntry> rewardsTo(UUID responseId) {
        return rewardsIn(
                send(get("rft-rewards").query("response_id", responseId).query("source", "any"), MOST_REWARDS, null));
    }

    /** What can be filtered by. */
    public Facets facets() {
        return client.functions().send(get("rft-responses/facets")).data(Facets.class);
    }

    /** What a reward was before, the latest first, at most 1000. */
    public List<FormerReward> history(UUID rewardId) {
        return client
                .functions()
                .send(get("rft-rewards/history").query("id", rewardId).query("limit", MOST_REWARDS))
                .rows(HistoryRow.class)
                .stream()
                .map(HistoryRow::formerReward)
                .toList();
    }

    /** Takes flags away, a lead all of them, others their own; without flags a response is back in the queue. */
    public void unflag(UUID responseId) {
        client.functions().send(FunctionsApi.delete("rft-responses/queue/flag").query("response_id", responseId));
    }

    /** Deletes a response and its rewards for good; leads only. */
    public void delete(UUID responseId) {
        client.functions().send(FunctionsApi.delete("rft-responses").query("id", responseId));
    }

    /**
     * The image made small on the workspace's side, as bytes of a picture file.
     *
     * @param url where a list said that it is to be had; null where it did not
     * @param width in pixels, and height too: the most that is wanted
     */
    public byte[] thumbnail(Image image, @Nullable String url, int width, int height) {
        return client.images().small(image.id(), url, width, height);
    }

    private Answer send(Call list, int limit, @Nullable String cursor) {
        Call call = list.query("details", true).query("count", "bounded").query("limit", limit);
        return client.functions().send(cursor == null ? call : call.query("cursor", cursor));
    }

    // Each row is read as what it is and as what it has besides.
    private static List<ResponseEntry> responsesIn(Answer answer) {
        List<ModelResponse> responses = answer.rows(ModelResponse.class);
        List<ResponseDetails> details = answer.rows(ResponseDetails.class);
        List<Thumbnailed> thumbnails = answer.rows(Thumbnailed.class);
        List<ResponseEntry> entries = new ArrayList<>(responses.size());
        for (int row = 0; row < responses.size(); row++) {
            entries.add(details.get(row).of(responses.get(row), thumbnails.get(row)));
        }
        return entries;
    }

    private static List<RewardEntry> rewardsIn(Answer answer) {
        List<RewardRow> rewards = answer.rows(RewardRow.class);
        List<RewardDetails> details = answer.rows(RewardDetails.class);
        List<Thumbnailed> thumbnails = answer.rows(Thumbnailed.class);
        List<RewardEntry> entries = new ArrayList<>(rewards.size());
        for (int row = 0; row < rewards.size(); row++) {
            entries.add(details.get(row).of(rewards.get(row), thumbnails.get(row)));
        }
        return entries;
    }
}
