package dev.rewarddesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.OutboxState;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutgoingTest {

    private static TestBackend backend;

    @TempDir
    private Path folder;

    private SupabaseClient owner;
    private SupabaseClient reviewer;
    private ReviewService review;
    private Outgoing outgoing;
    private Heard heard;

    @BeforeAll
    static void open() {
        backend = TestBackend.fresh();
    }

    @AfterAll
    static void close() {
        backend.close();
    }

    @BeforeEach
    void start() throws SQLException {
        try (Connection connection = backend.ownerConnection()) {
            connection.createStatement().execute("delete from public.responses");
        }
        owner = RealWorkspace.owner(backend);
        reviewer = RealWorkspace.annotator(backend, "ann");
        review = new ReviewService(reviewer);
        for (int i = 0; i < 5; i++) {
            RealWorkspace.response(owner, "answer " + i);
        }
        outgoing = Outgoing.open(reviewer, folder.resolve("outbox"));
        heard = new Heard(outgoing);
    }

    @AfterEach
    void stop() {
        outgoing.close();
        owner.close();
        reviewer.close();
    }

    @Test
    void aRewardAndItsChangesArriveInOrder() {
        ReviewItem item = review.claim(1).items().getFirst();
        NewReward reward = reward(item, 0.5);
        outgoing.keep(decided(item, new Decision.Given(reward)));
        outgoing.keep(decided(item, change(reward, null, -0.25)));
        outgoing.keep(decided(item, change(reward, null, -1)));

        heard.taken(3);

        assertThat(heard.revisions()).containsExactly(1, 2, 3);
        assertThat(heard.state()).isEqualTo(OutboxState.EMPTY);
        assertThat(Rewards.of(owner, item.response().id())).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(reward.id());
            assertThat(row.score()).isEqualTo(-1);
            assertThat(row.revision()).isEqualTo(3);
        });
    }

    @Test
    void skipsAndFlagsArrive() {
        List<ReviewItem> items = review.claim(2).items();
        ReviewItem skipped = items.getFirst();
        ReviewItem flagged = items.getLast();

        outgoing.keep(decided(
                skipped,
                new Decision.Skipped(
                        UUID.randomUUID(),
                        skipped.response().id(),
                        skipped.lease().token(),
                        "unsure")));
        outgoing.keep(decided(
                flagged,
                new Decision.Flagged(
                        UUID.randomUUID(),
                        flagged.response().id(),
                        flagged.lease().token(),
                        FlagReason.NOT_SAFE,
                        "blood")));
        heard.taken(2);

        assertThat(review.progress().skipped()).isEqualTo(1);
        assertThat(review.claim(10).items())
                .extracting(item -> item.response().id())
                .doesNotContain(flagged.response().id());
    }

    @Test
    void whatWasTakenWithoutAcknowledgementIsKnownAgainEvenWhenItsKeyIsForgotten() throws SQLException {
        ReviewItem item = review.claim(1).items().getFirst();
        NewReward reward = reward(item, 0.5);
        Decision.Given given = new Decision.Given(reward);
        Decision.Changed change = change(reward, 1, -0.25);
        DecisionCalls calls = new DecisionCalls(reviewer);
        UUID person = calls.person().orElseThrow();

        assertThat(calls.send(person, given)).isEqualTo(1);
        forgetKeys();
        assertThat(calls.send(person, given)).isEqualTo(1);
        assertThat(calls.send(person, change)).isEqualTo(2);
        forgetKeys();
        assertThat(calls.send(person, change)).isEqualTo(2);
        assertThat(Rewards.of(owner, item.response().id())).singleElement().satisfies(row -> {
            assertThat(row.revision()).isEqualTo(2);
            assertThat(row.score()).isEqualTo(-0.25);
        });
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsAConflictToLookAt() {
        ReviewItem item = review.claim(1).items().getFirst();
        NewReward reward = reward(item, 0.5);
        outgoing.keep(decided(item, new Decision.Given(reward)));
        heard.taken(1);
        owner.functions()
                .send(FunctionsApi.put("rft-rewards").query("id", reward.id()).body(Map.of("score", 1)));

        Decision.Changed change = change(reward, 1, -0.25);
        outgoing.keep(decided(item, change));
        heard.await(() -> heard.state().refused() == 1);

        assertThat(outgoing.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.code()).isEqualTo("revision_conflict");
            assertThat(refused.decided().item().response()).isEqualTo(item.response());
        });
        outgoing.replace(change.id(), change(reward, 2, -0.5));
        heard.await(() -> heard.state().isSynced());
        assertThat(Rewards.of(owner, item.response().id()))
                .singleElement()
                .satisfies(row -> assertThat(row.score()).isEqualTo(-0.5));
    }

    @Test
    void aLeaseThatIsLostIsRefusedAndMayBeDropped() {
        ReviewItem item = review.claim(1).items().getFirst();
        review.release(List.of(item));
        try (SupabaseClient other = RealWorkspace.annotator(backend, "bob")) {
            ReviewService others = new ReviewService(other);
            List<ReviewItem> taken = others.claim(1).items();
            NewReward reward = reward(item, 0.5);
            outgoing.keep(decided(item, new Decision.Given(reward)));
            heard.await(() -> heard.state().refused() == 1);

            assertThat(outgoing.refused().getFirst().code()).isEqualTo("lease_lost");
            outgoing.drop(reward.id());
            heard.await(() -> heard.state().isSynced());
            assertThat(Rewards.of(owner, item.response().id())).isEmpty();
            others.release(taken);
        }
    }

    @Test
    void signedOutAReviewerGoesOnAndAllIsSentAfterSigningIn() {
        ReviewItem item = review.claim(1).items().getFirst();
        reviewer.signIn().out();
        outgoing.keep(decided(item, new Decision.Given(reward(item, 0.5))));
        heard.await(() -> heard.state().condition() == OutboxState.Condition.SIGNED_OUT
                && heard.state().waiting() == 1);

        reviewer.signIn("ann@example.org", "password of ann");
        outgoing.hurry();
        heard.taken(1);
        assertThat(Rewards.of(owner, item.response().id())).hasSize(1);
    }

    private static void forgetKeys() throws SQLException {
        try (Connection connection = backend.ownerConnection()) {
            connection.createStatement().execute("delete from private.idempotency_keys");
        }
    }

    private static Decided decided(ReviewItem item, Decision decision) {
        return new Decided(decision, item, Instant.now());
    }

    private static Decision.Changed change(NewReward reward, @Nullable Integer revision, double score) {
        return new Decision.Changed(
                UUID.randomUUID(),
                reward.id(),
                reward.responseId(),
                revision,
                new Score(score),
                new Feedback(FeedbackType.NEUTRAL, null),
                "");
    }

    private static NewReward reward(ReviewItem item, double score) {
        return new NewReward(
                UUID.randomUUID(),
                item.response().id(),
                new Score(score),
                new Feedback(FeedbackType.DISLIKE, 2),
                "Der Hund — עברית 🎈",
                List.of("colour"),
                12.5,
                item.lease().token());
    }
}
