package dev.rewarddesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many clients activate checkpoints at random over HTTP while others read. Each client has two checkpoints of its own and goes
 * from one to the other, so that every success is one entry of the record; half of the time it says which one it saw active,
 * and half of those times it says one that it saw long ago.
 */
public final class ActivationStorm {

    private static final String CHECKPOINTS = "/functions/v1/rft-checkpoints";

    private final TestApi api;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final LongAdder conflicts = new LongAdder();
    private final LongAdder reads = new LongAdder();

    /** @param api a caller who may activate; nobody else activates meanwhile */
    public ActivationStorm(TestApi api) {
        this.api = api;
    }

    /** What came of it. */
    public record Outcome(int activations, long conflicts, long reads) {}

    /**
     * Lets clients and readers run for so long, then asserts that every reading had exactly one active, that the record has
     * one entry for each success, each following from the one before it, and that conflicts were told only to those who
     * named another one than was active.
     */
    public Outcome run(int clients, int readers, Duration time) throws InterruptedException {
        long before = newestEntry();
        activate(create(), Map.of("reason", "before the storm")).ok();
        Instant end = Instant.now().plus(time);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            IntStream.range(0, readers).forEach(_ -> work.add(threads.submit(this::read)));
            List<Future<?>> storm = IntStream.range(0, clients)
                    .<Future<?>>mapToObj(number -> threads.submit((Callable<?>) () -> {
                        client(number, end);
                        return number;
                    }))
                    .toList();
            storm.forEach(ActivationStorm::joined);
            over.set(true);
            work.forEach(ActivationStorm::joined);
        }
        int entries = checkRecord(before);
        return new Outcome(entries, conflicts.sum(), reads.sum());
    }

    private void client(int number, Instant end) {
        Random random = new Random(number);
        List<String> own = List.of(create(), create());
        String seenLongAgo = active();
        for (int round = 0; Instant.now().isBefore(end); round++) {
            String target = own.get(round % 2);
            String expected = null;
            if (random.nextBoolean()) {
                expected = random.nextBoolean() ? active() : seenLongAgo;
            }
            while (!activated(target, expected)) {
                expected = active();
            }
            if (random.nextInt(10) == 0) {
                seenLongAgo = active();
            }
        }
    }

    private boolean activated(String target, @Nullable String expected) {
        String reason = UUID.randomUUID().toString();
        Map<String, String> wish =
                expected == null ? Map.of("reason", reason) : Map.of("reason", reason, "expected_active", expected);
        TestApi.Answer answer = activate(target, wish);
        if (answer.status() == 409) {
            assertThat(answer.code()).isEqualTo("active_changed");
            assertThat(answer.json().at("/current/id").asText())
                    .as("the active one, told to who named %s", expected)
                    .isNotEqualTo(expected);
            conflicts.increment();
            return false;
        }
        assertThat(answer.ok().at("/data/is_active").asBoolean()).isTrue();
        succeeded.add(reason);
        return true;
    }

    private void read() {
        while (!over.get()) {
            JsonNode listed = api.get(CHECKPOINTS + "?active_only=true").ok();
            assertThat(listed.path("total").asInt()).as("active at one time").isEqualTo(1);
            assertThat(active()).isNotEmpty();
            reads.add(2);
        }
    }

    private int checkRecord(long before) {
        List<JsonNode> entries = entriesSince(before).reversed();
        assertThat(entries.stream().skip(1).map(entry -> entry.path("reason").asText()))
                .as("an entry for each success, and none without one")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(succeeded);
        for (int index = 1; index < entries.size(); index++) {
            assertThat(entries.get(index).path("previous_id").asText())
                    .as("entry %d follows from the one before it", index)
                    .isEqualTo(entries.get(index - 1).path("checkpoint_id").asText());
        }
        assertThat(active()).isEqualTo(entries.getLast().path("checkpoint_id").asText());
        return entries.size();
    }

    private List<JsonNode> entriesSince(long before) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page =
                    api.get(CHECKPOINTS + "/history?limit=1000" + cursor).ok();
            for (JsonNode entry : page.path("data")) {
                if (entry.path("id").asLong() <= before) {
                    return entries;
                }
                entries.add(entry);
            }
            if (!page.path("next_cursor").isTextual()) {
                return entries;
            }
            cursor = "&cursor=" + page.path("next_cursor").asText();
        }
    }

    private long newestEntry() {
        return api.get(CHECKPOINTS + "/history?limit=1").ok().at("/data/0/id").asLong(0);
    }

    private String active() {
        return api.get(CHECKPOINTS + "/active").ok().at("/data/id").asText();
    }

    private String create() {
        return api.post(CHECKPOINTS, TestApi.json(Map.of("version", "storm-" + UUID.randomUUID(), "storage_key", "k")))
                .ok()
                .at("/data/id")
                .asText();
    }

    private TestApi.Answer activate(String id, Map<String, String> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("is_active", true);
        return api.put(CHECKPOINTS + "?id=" + id, TestApi.json(fields));
    }

    private static void joined(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException failure) {
            throw new AssertionError("A client or reader failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
