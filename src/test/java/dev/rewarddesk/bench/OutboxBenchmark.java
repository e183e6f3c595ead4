package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Lease;
import dev.rewarddesk.model.ModelResponse;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ResponseStatus;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes until a reward is safe on this machine, and beside it, one for one in the same run and folder, how long the
 * machine takes to append as many bytes to a file and force them to the disk. Rewards are delivered to a local workspace meanwhile.
 */
final class OutboxBenchmark {

    private static final int WARM_UP = 200;

    /** A response of 2,000 characters, as it is kept with a reward. */
    private static final int BYTES = 3400;

    private OutboxBenchmark() {}

    /** {@code [rewards]}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rewards = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        List<Long> kept = new ArrayList<>();
        List<Long> forced = new ArrayList<>();
        try (TestBackend backend = TestBackend.fresh();
                SupabaseClient client = RealWorkspace.owner(backend)) {
            List<UUID> responses = new ArrayList<>();
            for (int i = 0; i < WARM_UP + rewards; i++) {
                responses.add(RealWorkspace.response(client, "answer " + i));
            }
            Path folder = backend.workspace().resolve("outbox");
            try (Outgoing outgoing = Outgoing.open(client, folder);
                    FileChannel file = FileChannel.open(
                            folder.resolve("baseline"), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND)) {
                for (int i = 0; i < responses.size(); i++) {
                    Decided decided = decided(responses.get(i));
                    long begin = System.nanoTime();
                    outgoing.keep(decided);
                    long between = System.nanoTime();
                    file.write(ByteBuffer.wrap(new byte[BYTES]));
                    file.force(false);
                    long end = System.nanoTime();
                    if (i >= WARM_UP) {
                        kept.add(between - begin);
                        forced.add(end - between);
                    }
                    // Nobody is faster; this is far faster than anybody.
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
        }
        System.out.printf("%-42s %8s %8s %8s %8s%n", "milliseconds", "p50", "p95", "p99", "max");
        print("keep: submit until durable", kept);
        print("append and force of the same size", forced);
        System.out.printf("p99 over the machine's own: %.2f ms%n", percentile(kept, 0.99) - percentile(forced, 0.99));
        // The backend's threads have ended by now; what the libraries left must not hold the process.
        System.exit(0);
    }

    private static void print(String what, List<Long> nanos) {
        System.out.printf(
                "%-42s %8.2f %8.2f %8.2f %8.2f%n",
                what, percentile(nanos, 0.5), percentile(nanos, 0.95), percentile(nanos, 0.99), percentile(nanos, 1));
    }

    private static double percentile(List<Long> nanos, double part) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(part * sorted.size()) - 1)) / 1e6;
    }

    private static Decided decided(UUID response) {
        ReviewItem item = new ReviewItem(
                new ModelResponse(
                        response,
                        null,
                        "benchmark",
                        "What is in the picture?",
                        "words ".repeat(333),
                        "model",
                        ResponseStatus.PENDING,
                        Instant.now()),
                null,
                new Lease(UUID.randomUUID(), Instant.now()),
                false);
        NewReward reward = new NewReward(
                UUID.randomUUID(),
                response,
                new Score(0.35),
                new Feedback(FeedbackType.LIKE, 4),
                "It counts the cats right and misses the dog. ".repeat(6),
                List.of("count"),
                14.25,
                null);
        return new Decided(new Decision.Given(reward), item, Instant.now());
    }
}
