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
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
