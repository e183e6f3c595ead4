package dev.rewarddesk.fault;

import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.Lease;
import dev.rewarddesk.model.ModelResponse;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Score;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about responses 0, 1, 2…, the same in every process that has the seed.
 *
 * @param seed decides everything
 */
record Script(long seed) {

    private static final String LETTERS = "abc xyz  äß\n\t\"'\\%$ אבג 漢字 🎈👩‍👩‍👧 \u2028 </script>";
    private static final List<String> TAGS = List.of("colour", "count", "naïve", "ניקוד");

    /** The response of that number. */
    UUID response(int number) {
        return id("response", number);
    }

    /** Everything decided about that response, in order: a flag alone, or a reward, perhaps skipped before or changed after. */
    List<Decision> decisions(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        UUID response = response(number);
        if (random.nextInt(20) == 0) {
            return List.of(new Decision.Flagged(
                    id("flag", number), response, null, any(random, FlagReason.values()), text(random, 100)));
        }
        List<Decision> decisions = new ArrayList<>();
        if (random.nextInt(10) == 0) {
            decisions.add(new Decision.Skipped(id("skip", number), response, null, text(random, 50)));
        }
        decisions.add(new Decision.Given(new NewReward(
                id("reward", number),
                response,
                score(random),
                feedback(random),
                text(random, random.nextInt(50) == 0 ? 9000 : 80),
                TAGS.subList(0, random.nextInt(TAGS.size() + 1)),
                random.nextInt(100_000) / 1000.0,
                null)));
        for (int change = random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0; change > 0; change--) {
            decisions.add(new Decision.Changed(
                    id("change " + change, number),
                    id("reward", number),
                    response,
                    null,
                    score(random),
                    feedback(random),
                    text(random, 80)));
        }
        return decisions;
    }

    /** With the item that it was made about. */
    Decided decided(Decision decision) {
        return new Decided(
                decision,
                new ReviewItem(
                        new ModelResponse(
                                decision.responseId(),
                                null,
                                "script",
                                "What is in the picture?",
                                "A dog, two cats and a horse, of which the horse is the largest. ".repeat(8),
                                "model",
                                ResponseStatus.PENDING,
                                Instant.EPOCH),
                        null,
                        new Lease(id("lease", 0), Instant.EPOCH),
                        false),
                Instant.now());
    }

    private UUID id(String what, int number) {
        return UUID.nameUUIDFromBytes((what + " " + number + " of " + seed).getBytes(StandardCharsets.UTF_8));
    }

    private static Score score(Random random) {
        return random.nextBoolean()
                ? Score.nearest(random.nextDouble() * 2 - 1)
                : new Score(random.nextDouble() * 2 - 1);
    }

    private static Feedback feedback(Random random) {
        @Nullable FeedbackType type = random.nextInt(4) == 0 ? null : any(random, FeedbackType.values());
        @Nullable Integer quality = random.nextInt(4) == 0 ? null : (Integer) (1 + random.nextInt(5));
        return new Feedback(type, quality);
    }

    private static String text(Random random, int longest) {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(longest); left > 0; left--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
