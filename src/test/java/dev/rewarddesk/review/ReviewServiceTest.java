package dev.rewarddesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.collect.FolderImport;
import dev.rewarddesk.collect.TestImages;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Hand;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.ReviewProgress;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewServiceTest {

    private static TestBackend backend;

    private SupabaseClient owner;
    private SupabaseClient reviewer;
    private ReviewService review;

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
    }

    @AfterEach
    void stop() {
        owner.close();
        reviewer.close();
    }

    @Test
    void claimingAgainGivesTheSameHandInTheQueuesOrder() {
        Hand hand = review.claim(3);

        assertThat(hand.items())
                .extracting(item -> item.response().responseText())
                .containsExactly("answer 0", "answer 1", "answer 2");
        assertThat(hand.progress()).isEqualTo(new ReviewProgress(0, 0, 5, 0));
        assertThat(review.claim(3).items())
                .extracting(item -> item.lease().token())
                .containsExactlyElementsOf(
                        hand.items().stream().map(item -> item.lease().token()).toList());
    }

    @Test
    void aRewardIsGivenOnceHoweverOftenItIsSent() throws SQLException {
        NewReward reward = reward(review.claim(1).items().getFirst(), -0.35);

        Reward first = submit(reward);
        Reward again = submit(reward);
        // Keys are forgotten after days; the reward is not.
        try (Connection connection = backend.ownerConnection()) {
            connection.createStatement().execute("delete from private.idempotency_keys");
        }
        Reward monthsLater = submit(reward);

        assertThat(first.score()).isEqualTo(new Score(-0.35));
        assertThat(first.feedback()).isEqualTo(new Feedback(FeedbackType.DISLIKE, 2));
        assertThat(first.comment()).isEqualTo("Der Hund — עברית 🎈");
        assertThat(first.tags()).containsExactly("colour");
        assertThat(again).isEqualTo(first);
        assertThat(monthsLater).isEqualTo(first);
        assertThat(review.progress()).isEqualTo(new ReviewProgress(1, 1, 4, 0));
    }

    private Reward submit(NewReward reward) {
        int revision = review.tell(new Decision.Given(reward));
        Reward given = review.ownReward(reward.responseId()).orElseThrow();
        assertThat(given.revision()).isEqualTo(revision);
        return given;
    }

    @Test
    void anotherRewardForTheSameResponseIsAConflict() {
        ReviewItem item = review.claim(1).items().getFirst();
        submit(reward(item, 0.5));

        assertThatExceptionOfType(ServiceFailure.Conflict.class)
                .isThrownBy(() -> submit(reward(item, 0.6)))
                .satisfies(conflict -> assertThat(conflict.code()).isEqualTo("already_rewarded"));
    }

    @Test
    void theSameIdWithAnotherScoreAnswersWhatWasGivenFirst() {
        ReviewItem item = review.claim(1).items().getFirst();
        NewReward given = reward(item, 0.5);
        submit(given);

        Reward answered = submit(new NewReward(
                given.id(), given.responseId(), new Score(-1), Feedback.NONE, "", List.of(), 0, given.leaseToken()));

        assertThat(answered.score()).isEqualTo(new Score(0.5));
    }

    @Test
    void aLeaseThatSomebodyElseHasIsLost() {
        ReviewItem item = review.claim(1).items().getFirst();
        review.release(List.of(item));
        try (SupabaseClient other = RealWorkspace.annotator(backend, "bob")) {
            ReviewService others = new ReviewService(other);
            List<ReviewItem> taken = others.claim(1).items();

            assertThat(taken)
                    .extracting(each -> each.response().id())
                    .containsExactly(item.response().id());
            assertThat(review.renew(List.of(item))).containsExactly(item);
            assertThat(others.renew(taken)).isEmpty();
            assertThatExceptionOfType(ServiceFailure.Conflict.class)
                    .isThrownBy(() -> submit(reward(item, 0)))
                    .satisfies(conflict -> assertThat(conflict.code()).isEqualTo("lease_lost"));
            others.release(taken);
        }
    }

    @Test
    void aHandThatAsksForNothingIsRefusedWithItsField() {
        assertThatExceptionOfType(ServiceFailure.Invalid.class)
                .isThrownBy(() -> review.claim(0))
                .satisfies(failure -> assertThat(failure.field()).isEqualTo("n"));
    }

    @Test
    void theImagesBytesComeBackEvenWhenItsUrlIsNoLongerGood(@TempDir Path folder) throws IOException {
        TestImages.folder(folder, 1, 1);
        new FolderImport(owner).run(folder, progress -> {});
        Image image = review.claim(10).items().stream()
                .map(ReviewItem::image)
                .filter(each -> each != null)
                .findAny()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(folder.resolve("image-0.png"));

        assertThat(image.signedUrl()).isNotNull();
        assertThat(review.bytesOf(image)).isEqualTo(bytes);
        assertThat(review.bytesOf(withSignedUrl(image, "/storage/v1/object/sign/scraped-images/x?token=expired")))
                .isEqualTo(bytes);
    }

    private static Image withSignedUrl(Image image, String url) {
        return new Image(
                image.id(),
                image.fileName(),
                image.storagePath(),
                image.sha256(),
                image.contentType(),
                image.sizeBytes(),
                image.width(),
                image.height(),
                image.category(),
                image.sourceUrl(),
                image.altText(),
                url,
                image.sensitive());
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
