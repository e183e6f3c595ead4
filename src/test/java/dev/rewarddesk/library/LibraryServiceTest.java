package dev.rewarddesk.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Agent;
import dev.rewarddesk.model.AgentReward;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Facets;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Flag;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.ItemFilter;
import dev.rewarddesk.model.Page;
import dev.rewarddesk.model.ResponseEntry;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.RewardEntry;
import dev.rewarddesk.model.RewardFilter;
import dev.rewarddesk.model.RewardSource;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.review.AgentRewards;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LibraryServiceTest {

    private TestBackend backend;
    private SupabaseClient owner;
    private LibraryService library;

    @BeforeEach
    void start() {
        backend = TestBackend.fresh();
        owner = RealWorkspace.owner(backend);
        library = new LibraryService(owner);
    }

    @AfterEach
    void stop() {
        owner.close();
        backend.close();
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        int count = LibraryService.PAGE + 3;
        for (int i = 0; i < count; i++) {
            respond("answer " + i, "m", null);
        }
        Page<ResponseEntry> first = library.responses(ItemFilter.ALL, null, null);
        Page<ResponseEntry> second =
                library.responses(ItemFilter.ALL, null, first.next().orElseThrow());

        assertThat(first.total()).isEqualTo(count);
        assertThat(first.isUncounted()).isFalse();
        assertThat(second.next()).isEmpty();
        List<UUID> seen = new ArrayList<>();
        first.rows().forEach(entry -> seen.add(entry.response().id()));
        second.rows().forEach(entry -> seen.add(entry.response().id()));
        assertThat(seen).hasSize(count).doesNotHaveDuplicates();
        assertThat(first.rows().getFirst().response().responseText()).isEqualTo("answer " + (count - 1));
    }

    @Test
    void responsesAreFilteredByEverything() throws IOException {
        UUID wanted = respond("100 % of the boats", "m2", upload("boats"));
        respond("no boats", "m2", null);
        respond("100 % of the boats", "m1", null);

        assertThat(ids(new ItemFilter("100 % of", null, null, null), null)).hasSize(2);
        assertThat(ids(new ItemFilter("100 % of", "m2", null, null), null)).containsExactly(wanted);
        assertThat(ids(new ItemFilter("", null, "boats", null), null)).containsExactly(wanted);
        assertThat(ids(new ItemFilter("", null, null, "nowhere"), null)).isEmpty();
        assertThat(ids(ItemFilter.ALL, ResponseStatus.PENDING)).hasSize(3);
        assertThat(ids(ItemFilter.ALL, ResponseStatus.REVIEWED)).isEmpty();
    }

    @Test
    void anEntryTellsWhatIsKnownOfTheResponse() throws IOException {
        UUID id = respond("Four.", "m", upload("counting"));
        Reward own = give(id, 0.5);
        flag(id, "too small to see");

        ResponseEntry entry = library.response(id);

        assertThat(entry.rewardCount()).isEqualTo(1);
        assertThat(entry.meanScore()).isEqualTo(new Score(0.5));
        assertThat(entry.ownReward()).isEqualTo(own);
        assertThat(entry.response().status()).isEqualTo(ResponseStatus.FLAGGED);
        assertThat(entry.flags()).singleElement().satisfies(flag -> {
            assertThat(flag.reason()).isEqualTo(FlagReason.OTHER);
            assertThat(flag.comment()).isEqualTo("too small to see");
            assertThat(flag.reviewerName()).isNotBlank();
        });
        assertThat(library.rewardsTo(id)).extracting(RewardEntry::reward).containsExactly(own);
        assertThat(library.flagged()).isEqualTo(1);
    }

    @Test
    void aFlaggedResponseGoesBackIntoTheQueue() {
        UUID id = respond("Four.", "m", null);
        flag(id, "");

        library.unflag(id);

        assertThat(library.response(id).response().status()).isEqualTo(ResponseStatus.PENDING);
        assertThat(library.response(id).flags()).extracting(Flag::id).isEmpty();
        assertThat(library.flagged()).isZero();
    }

    @Test
    void rewardsAreFilteredByEverything() {
        UUID first = respond("one", "m1", null);
        UUID second = respond("two", "m2", null);
        Reward low = give(first, -0.5);
        Reward high = give(second, 0.75);
        Reward liked = change(high, high.score(), new Feedback(FeedbackType.LIKE, 4), "quite right");

        assertThat(rewards(RewardFilter.ALL)).containsExactly(liked, low);
        assertThat(rewards(new RewardFilter(ItemFilter.ALL, FeedbackType.LIKE, null, null, null, null, null, null)))
                .containsExactly(liked);
        assertThat(rewards(new RewardFilter(ItemFilter.ALL, null, new Score(-0.5), Score.ZERO, null, null, null, null)))
                .containsExactly(low);
        assertThat(rewards(new RewardFilter(ItemFilter.ALL, null, null, null, null, liked.reviewerId(), null, null)))
                .hasSize(2);
        assertThat(rewards(new RewardFilter(ItemFilter.ALL, null, null, null, null, UUID.randomUUID(), null, null)))
                .isEmpty();
        assertThat(rewards(new RewardFilter(ItemFilter.ALL, null, null, null, null, null, liked.createdAt(), null)))
                .containsExactly(liked);
        assertThat(rewards(new RewardFilter(ItemFilter.ALL, null, null, null, null, null, null, liked.createdAt())))
                .containsExactly(low);
        assertThat(rewards(new RewardFilter(
                        new ItemFilter("quite", "m2", null, null), null, null, null, null, null, null, null)))
                .containsExactly(liked);
    }

    @Test
    void agentsRewardsAreApartUnlessTheyAreAskedFor() {
        UUID response = respond("one", "m1", null);
        Reward mine = give(response, 0.5);
        AgentReward theirs = new AgentReward(
                UUID.randomUUID(),
                response,
                new Score(-1),
                new Feedback(null, null),
                "",
                List.of(),
                new Agent("judge", "2.1"));
        new AgentRewards(owner, owner).give(theirs);

        assertThat(rewards(RewardFilter.ALL)).containsExactly(mine);
        assertThat(rewards(new RewardFilter(ItemFilter.ALL, null, null, null, RewardSource.AGENT, null, null, null)))
                .extracting(Reward::id)
                .containsExactly(theirs.id());
        assertThat(library.rewardsTo(response))
                .extracting(RewardEntry::agent)
                .containsExactlyInAnyOrder(null, new Agent("judge", "2.1"));
        assertThat(library.response(response).rewardCount()).isEqualTo(1);
    }

    private Reward change(Reward seen, Score score, Feedback feedback, String comment) {
        new ReviewService(owner)
                .tell(new Decision.Changed(
                        UUID.randomUUID(), seen.id(), seen.responseId(), seen.revision(), score, feedback, comment));
        return rewardNow(seen);
    }

    private Reward rewardNow(Reward seen) {
        return library.rewardsTo(seen.responseId()).stream()
                .map(RewardEntry::reward)
                .filter(reward -> reward.id().equals(seen.id()))
                .findAny()
                .orElseThrow();
    }

    @Test
    void aChangeKeepsTheFormerValue() {
        Reward before = give(respond("one", "m", null), 0.5);

        Reward after = change(before, new Score(-1), new Feedback(FeedbackType.DISLIKE, 1), "wrong");
        Reward cleared = change(after, new Score(-1), Feedback.NONE, "");

        assertThat(after.revision()).isEqualTo(2);
        assertThat(cleared.comment()).isEmpty();
        assertThat(cleared.feedback()).isEqualTo(Feedback.NONE);
        assertThat(rewardNow(before)).isEqualTo(cleared);
        assertThat(library.history(before.id()))
                .extracting(former -> former.reward().score().value())
                .containsExactly(-1.0, 0.5);
    }

    @Test
    void aChangeOfWhatSomebodyChangedMeanwhileIsAConflict() {
        Reward seen = give(respond("one", "m", null), 0.5);
        change(seen, new Score(0.25), Feedback.NONE, "");

        assertThatExceptionOfType(ServiceFailure.Conflict.class)
                .isThrownBy(() -> change(seen, new Score(1), Feedback.NONE, ""))
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo("revision_conflict"));
        assertThat(rewardNow(seen).score()).isEqualTo(new Score(0.25));
    }

    @Test
    void whatIsDeletedIsGone() {
        UUID id = respond("one", "m", null);
        give(id, 0.5);

        library.delete(id);

        assertThatExceptionOfType(ServiceFailure.NotFound.class).isThrownBy(() -> library.response(id));
        assertThat(library.rewardsTo(id)).isEmpty();
    }

    @Test
    void facetsNameWhatThereIs() throws IOException {
        respond("one", "m1", upload("boats"));
        respond("two", "m1", null);
        respond("three", "m2", null);

        Facets facets = library.facets();

        assertThat(facets.models()).containsExactly(new Facets.Facet("m1", 2), new Facets.Facet("m2", 1));
        assertThat(facets.categories()).containsExactly(new Facets.Facet("boats", 1));
        assertThat(facets.reviewers()).hasSize(1);
    }

    @Test
    void aReviewerSeesTheirOwnRewardsAndNoReviewers() {
        UUID id = respond("one", "m", null);
        give(id, 0.5);
        try (SupabaseClient reviewer = RealWorkspace.annotator(backend, "ann")) {
            LibraryService theirs = new LibraryService(reviewer);

            assertThat(theirs.response(id).rewardCount()).isZero();
            assertThat(theirs.rewardsTo(id)).isEmpty();
            assertThat(theirs.facets().reviewers()).isEmpty();
            assertThatExceptionOfType(ServiceFailure.Forbidden.class).isThrownBy(() -> theirs.delete(id));
        }
    }

    @Test
    void thumbnailsAreSmallWhetherTheLinkIsGoodOrNot() throws IOException {
        ResponseEntry entry = library.response(respond("one", "m", upload("boats")));
        var image = Objects.requireNonNull(entry.image());

        for (@Nullable String url : new @Nullable String[] {entry.thumbnailUrl(), null, entry.thumbnailUrl() + "x"}) {
            BufferedImage small = ImageIO.read(new ByteArrayInputStream(library.thumbnail(image, url, 80, 60)));
            assertThat(small.getWidth()).isLessThanOrEqualTo(80);
            assertThat(small.getHeight()).isLessThanOrEqualTo(60);
        }
        assertThat(ImageIO.read(new ByteArrayInputStream(new ReviewService(owner).bytesOf(image)))
                        .getWidth())
                .isEqualTo(320);
    }

    private List<UUID> ids(ItemFilter filter, @Nullable ResponseStatus status) {
        return library.responses(filter, status, null).rows().stream()
                .map(entry -> entry.response().id())
                .toList();
    }

    private List<Reward> rewards(RewardFilter filter) {
        return library.rewards(filter, null).rows().stream()
                .map(RewardEntry::reward)
                .toList();
    }

    private UUID respond(String text, String model, @Nullable String image) {
        Map<String, Object> body = new HashMap<>(
                Map.of("user_id", "test", "prompt", "How many?", "response_text", text, "model_id", model));
        if (image != null) {
            body.put("image_id", image);
        }
        return UUID.fromString(backend.service()
                .post("/functions/v1/rft-responses", TestApi.json(body))
                .ok()
                .at("/data/id")
                .asText());
    }

    private Reward give(UUID response, double score) {
        backend.owner()
                .post("/functions/v1/rft-rewards", TestApi.json(Map.of("response_id", response, "score", score)))
                .ok();
        return library.rewardsTo(response).getFirst().reward();
    }

    private void flag(UUID response, String comment) {
        backend.owner()
                .post(
                        "/functions/v1/rft-responses/queue/flag",
                        TestApi.json(Map.of("response_id", response, "reason", "other", "comment", comment)))
                .ok();
    }

    private String upload(String category) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return backend.service()
                .upload("a.png", "image/png", bytes.toByteArray(), Map.of("category", category))
                .ok()
                .path("imageId")
                .asText();
    }
}
