package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.answer.Reply.Usage;
import dev.rewarddesk.collect.prompt.Prompt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Asks until there is an answer or no use in asking again, within the budget. */
final class Asking {

    /** What frames the messages of a request, in tokens, and some more. */
    private static final int FRAME = 64;

    private final ChatEndpoint endpoint;
    private final AnswerSettings settings;
    private final Budget budget;
    private final Gate gate;
    private final Counting counting;
    private final ActiveCheckpoint active;
    private final AtomicLong imageTokens;

    Asking(
            ChatEndpoint endpoint,
            ActiveCheckpoint active,
            AnswerSettings settings,
            Budget budget,
            Gate gate,
            Counting counting) {
        this.endpoint = endpoint;
        this.active = active;
        this.settings = settings;
        this.budget = budget;
        this.gate = gate;
        this.counting = counting;
        this.imageTokens = new AtomicLong(settings.imageTokens());
    }

    /**
     * What came of asking. Of several requests it is the last one that is told of.
     *
     * @param at when
     * @param checkpoint that was active then
     * @param tries how many requests it took
     * @param lengthField the name under which the longest answer was sent
     */
    record Asked(Reply reply, Instant at, Optional<UUID> checkpoint, Duration latency, int tries, String lengthField) {}

    /**
     * What came of it; empty where the run is over, be it that somebody stopped it or that the budget is used. Ends with a {@code
     * ServiceFailure} where the workspace cannot say which checkpoint is active.
     */
    Optional<Asked> ask(Prompt prompt, SentImage image) throws InterruptedException {
        // No token is shorter than a byte.
        long text = FRAME + bytes(prompt.text()) + bytes(prompt.system());
        int tries = 0;
        while (gate.pass()) {
            Optional<UUID> checkpoint = active.now();
            Optional<Budget.Claim> claim =
                    budget.claim(text + imageTokens.get() + settings.endpoint().maxTokens());
            if (claim.isEmpty()) {
                return Optional.empty();
            }
            tries++;
            Instant at = Instant.now();
            long began = System.nanoTime();
            Reply reply = settled(claim.get(), prompt, image, text);
            Duration latency = Duration.ofNanos(System.nanoTime() - began);
            if (!(reply instanceof Reply.Failed failed)
                    || !failed.next().isAgain()
                    || tries == settings.patience().tries()) {
                return Optional.of(new Asked(reply, at, checkpoint, latency, tries, endpoint.lengthField()));
            }
            gate.rest(settings.patience().after(tries, failed.retryAfter()));
        }
        return Optional.empty();
    }

    private Reply settled(Budget.Claim claim, Prompt prompt, SentImage image, long text) {
        Usage usage = null;
        try {
            Reply reply = endpoint.ask(prompt, image);
            usage = reply.usage();
            if (usage != null) {
                counting.used(usage);
                // What images turn out to count is claimed for those that follow.
                imageTokens.accumulateAndGet(usage.prompt() - text, Math::max);
            }
            return reply;
        } finally {
            claim.settle(total(usage));
        }
    }

    private static @Nullable Long total(@Nullable Usage usage) {
        return usage == null ? null : usage.total();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
