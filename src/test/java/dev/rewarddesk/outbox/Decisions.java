package dev.rewarddesk.outbox;

import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.Lease;
import dev.rewarddesk.model.ModelResponse;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Score;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions as reviewers make them. */
public final class Decisions {

    /** Opens the image to whoever has it. */
    public static final String SIGNED_URL = "/storage/v1/object/sign/scraped-images/a.png?token=secret";

    private static final Instant AT = Instant.parse("2026-11-22T09:00:00.25Z");

    private Decisions() {}

    /** An item with an image. */
    public static ReviewItem item(UUID response) {
        return new ReviewItem(
                new ModelResponse(
                        response,
                        UUID.randomUUID(),
                        "test",
                        "What is it?",
                        "A dog — כלב 🐕",
                        "model",
                        ResponseStatus.PENDING,
                        AT),
                new Image(
                        UUID.randomUUID(),
                        "a.png",
                        "general/a.png",
                        "0".repeat(64),
                        "image/png",
                        1000,
                        640,
                        480,
                        "general",
                        null,
                        "a dog",
                        SIGNED_URL,
                        true),
                new Lease(UUID.randomUUID(), AT.plusSeconds(600)),
                false);
    }

    /** A reward, given. */
    public static Decision.Given given(UUID response, double score) {
        return new Decision.Given(new NewReward(
                UUID.randomUUID(),
                response,
                new Score(score),
                new Feedback(FeedbackType.LIKE, 4),
                "fine — טוב 🎈",
                List.of("colour"),
                12.5,
                UUID.randomUUID()));
    }

    /** That reward, changed. */
    public static Decision.Changed changed(Decision.Given given, @Nullable Integer revision, double score) {
        return new Decision.Changed(
                UUID.randomUUID(),
                given.reward().id(),
                given.responseId(),
                revision,
                new Score(score),
                Feedback.NONE,
                "");
    }

    /** A skip. */
    public static Decision.Skipped skipped(UUID response) {
        return new Decision.Skipped(UUID.randomUUID(), response, UUID.randomUUID(), "unsure");
    }

    /** A flag. */
    public static Decision.Flagged flagged(UUID response) {
        return new Decision.Flagged(UUID.randomUUID(), response, UUID.randomUUID(), FlagReason.OTHER, "odd");
    }

    /** With its item, made some time ago. */
    public static Decided decided(Decision decision) {
        return new Decided(decision, item(decision.responseId()), AT);
    }
}
