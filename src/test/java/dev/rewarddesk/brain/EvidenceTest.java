package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rewards tell about a checkpoint, against the same reckoned in Java and by hand. */
final class EvidenceTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Caller lead = Caller.SERVICE;
    private List<Caller> reviewers = List.of();

    private record Given(UUID response, String category, Caller reviewer, double score) {}

    @BeforeEach
    void startEmpty() throws SQLException {
        DATABASE.clear();
        lead = DATABASE.lead();
        reviewers = List.of(DATABASE.annotator(), DATABASE.annotator(), DATABASE.annotator());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void figuresAreThoseOfAnIndependentReckoning(long seed) throws SQLException {
        Random random = new Random(seed);
        UUID checkpoint = checkpoint("v1", 0.25);
        List<Given> given = new ArrayList<>();
        for (int number = 0; number < 15; number++) {
            String category = "c" + random.nextInt(3);
            UUID response = random.nextBoolean()
                    ? response(image(category), "v1", null)
                    : response(image(category), "another name", checkpoint);
            for (int reviewer = random.nextInt(4); reviewer > 0; reviewer--) {
                double score = (random.nextInt(41) - 20) / 20.0;
                given.add(reward(response, category, reviewers.get(reviewer - 1), score));
            }
        }
        reward(response(image("c0"), "v2", null), "c0", reviewers.getFirst(), -1);

        JsonNode evidence = evidence(checkpoint);

        double[] means = meansByResponse(given);
        assertThat(evidence.at("/summary/rewards").asInt()).isEqualTo(given.size());
        assertThat(evidence.at("/summary/responses").asInt()).isEqualTo(means.length);
        assertThat(evidence.at("/summary/reviewers").asLong())
                .isEqualTo(given.stream().map(Given::reviewer).distinct().count());
        assertEstimate(evidence.at("/summary/reward"), means);
        assertThat(evidence.at("/summary/positive").asLong())
                .isEqualTo(given.stream().filter(one -> one.score() > 0).count());
        assertThat(evidence.at("/summary/neutral").asLong())
                .isEqualTo(given.stream().filter(one -> one.score() == 0).count());
        assertThat(evidence.path("recorded_difference").asDouble())
                .isCloseTo(StatUtils.mean(means) - 0.25, within(1e-9));
        for (JsonNode one : evidence.path("by_category")) {
            assertEstimate(
                    one.path("reward"),
                    meansByResponse(given.stream()
                            .filter(reward -> reward.category()
                                    .equals(one.path("category").asText()))
                            .toList()));
        }
        int inSteps = 0;
        for (int step = 0; step < 41; step++) {
            int count = evidence.path("distribution").get(step).asInt();
            double middle = (step - 20) / 20.0;
            assertThat(count).isEqualTo((int) given.stream()
                    .filter(one -> Math.abs(one.score() - middle) < 1e-9)
                    .count());
            inSteps += count;
        }
        assertThat(inSteps).isEqualTo(given.size());
        assertThat(evidence.at("/agreement/alpha").asDouble()).isCloseTo(alpha(given), within(1e-9));
    }

    // Krippendorff's reliability data in units of four observers, as scores: worked by hand from its coincidences.
    @Test
    void agreementIsThatOfAWorkedExample() throws SQLException {
        UUID checkpoint = checkpoint("v1", 0);
        double[][] units = {{0.1, 0.1}, {0.2, 0.4}, {0.3}, {0.5, 0.5, 0.2}};
        for (double[] unit : units) {
            UUID response = response(image("c"), "v1", null);
            for (int reviewer = 0; reviewer < unit.length; reviewer++) {
                reward(response, "c", reviewers.get(reviewer), unit[reviewer]);
            }
        }

        JsonNode agreement = evidence(checkpoint).path("agreement");

        // Observed: (0 + 2*0.04/1 + 4*0.09/2) / 7; expected over the 42 pairs of 0.1 0.1 0.2 0.4 0.5 0.5 0.2: 2.28 /
        // 42.
        double observed = (0.08 + 0.18) / 7;
        double expected = 2 * (7 * (0.01 + 0.01 + 0.04 + 0.16 + 0.25 + 0.25 + 0.04) - 2.0 * 2.0) / 42;
        assertThat(agreement.path("responses").asInt()).isEqualTo(3);
        assertThat(agreement.path("alpha").asDouble()).isCloseTo(1 - observed / expected, within(1e-9));
    }

    @Test
    void noDataIsSaidAsSuch() throws SQLException {
        JsonNode evidence = evidence(checkpoint("v1", 0.5));

        assertThat(evidence.at("/summary/rewards").asInt()).isZero();
        assertThat(evidence.at("/summary/reward/mean").isNull()).isTrue();
        assertThat(evidence.at("/summary/reward/low").isNull()).isTrue();
        assertThat(evidence.path("recorded_difference").isNull()).isTrue();
        assertThat(evidence.at("/agreement/alpha").isNull()).isTrue();
        assertThat(evidence.path("by_category")).isEmpty();
        assertThat(evidence.path("distribution")).hasSize(41);
    }

    @Test
    void oneReviewerAndEqualScoresHaveNeitherIntervalNorAgreement() throws SQLException {
        UUID checkpoint = checkpoint("v1", 0);
        for (int number = 0; number < 4; number++) {
            reward(response(image("c"), "v1", null), "c", reviewers.getFirst(), 0.1);
        }

        JsonNode evidence = evidence(checkpoint);

        assertThat(evidence.at("/summary/reviewers").asInt()).isEqualTo(1);
        assertThat(evidence.at("/summary/reward/standard_deviation").asDouble()).isZero();
        assertThat(evidence.at("/summary/reward/low").isNull()).isTrue();
        assertThat(evidence.at("/agreement/responses").asInt()).isZero();
    }

    @Test
    void pipelinesRewardsAreNotPeoples() throws SQLException {
        UUID checkpoint = checkpoint("v1", 0);
        UUID response = response(image("c"), "v1", null);
        DATABASE.asSuperuser(session -> session.write(
                "insert into public.rewards (response_id, source, score) values (?, 'pipeline', 1)", response));

        assertThat(evidence(checkpoint).at("/summary/rewards").asInt()).isZero();
    }

    @Test
    void theDaysOfTheTrendAddUp() throws SQLException {
        UUID checkpoint = checkpoint("v1", 0);
        for (int day = 0; day < 3; day++) {
            Given given = reward(response(image("c"), "v1", null), "c", reviewers.getFirst(), day / 10.0);
            int ago = day;
            DATABASE.asSuperuser(session -> session.write(
                    "insert into public.rewards (response_id, reviewer_id, score, created_at) "
                            + "values (?, ?, 1, now() - make_interval(days => ?))",
                    given.response(),
                    reviewers.get(1).account(),
                    ago + 1));
        }

        JsonNode trend = evidence(checkpoint).path("trend");

        int rewards = 0;
        for (JsonNode day : trend) {
            rewards += day.path("rewards").asInt();
        }
        assertThat(rewards).isEqualTo(6);
        assertThat(trend).hasSize(4);
        assertThat(trend.get(3).path("mean").asDouble()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void twoAreComparedImageByImage() throws SQLException {
        UUID first = checkpoint("v1", 0);
        UUID second = checkpoint("v2", 0);
        double[][] scores = {{0.5, 0.4}, {-0.5, 0.5}, {0.2, 0.2}};
        List<UUID> images = new ArrayList<>();
        for (double[] pair : scores) {
            UUID image = image("c" + images.size() % 2);
            images.add(image);
            reward(response(image, "v1", null), "c", reviewers.get(0), pair[0]);
            reward(response(image, "v2", null), "c", reviewers.get(0), pair[1]);
        }

        JsonNode compared = call("read_comparison", Map.of("id", first.toString(), "with", second.toString()));

        assertThat(compared.at("/paired/n").asInt()).isEqualTo(3);
        assertThat(compared.at("/paired/mean").asDouble()).isCloseTo((0.1 - 1 + 0) / 3, within(1e-9));
        assertThat(compared.at("/difference/mean").asDouble()).isCloseTo((0.1 - 1 + 0) / 3, within(1e-9));
        assertThat(compared.at("/difference/probability_better").asDouble()).isBetween(0.0, 0.5);
        assertThat(compared.at("/images/0/image/id").asText())
                .as("where they differ most")
                .isEqualTo(images.get(1).toString());
        assertThat(compared.at("/images/0/first/response/model_id").asText()).isEqualTo("v1");
        assertThat(compared.at("/images/0/second/response/model_id").asText()).isEqualTo("v2");
        assertThat(compared.path("by_category")).hasSize(2);
        assertThat(compared.at("/by_category/0/difference/mean").asDouble()).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void withoutAnotherOneItIsComparedToTheActiveOne() throws SQLException {
        UUID first = checkpoint("v1", 0);
        Refusals.assertRefused(() -> call("read_comparison", Map.of("id", first.toString())), 404, "none_active");
        UUID active = checkpoint("v2", 0);
        DATABASE.as(
                lead,
                session -> session.call(
                        "update_checkpoint",
                        Map.of("id", active.toString()),
                        "{\"is_active\": true, \"reason\": \"first\"}",
                        Map.of()));

        assertThat(call("read_comparison", Map.of("id", first.toString()))
                        .at("/second/checkpoint/version")
                        .asText())
                .isEqualTo("v2");
    }

    @Test
    void evidenceIsForLeads() throws SQLException {
        UUID checkpoint = checkpoint("v1", 0);
        for (String operation : List.of("read_evidence", "read_comparison", "read_activation_case")) {
            Refusals.assertRefused(
                    () -> DATABASE.as(
                            reviewers.getFirst(),
                            session -> session.call(operation, Map.of("id", checkpoint.toString()), null, Map.of())),
                    403,
                    "not_a_lead");
        }
    }

    private static void assertEstimate(JsonNode estimate, double[] values) {
        int n = values.length;
        assertThat(estimate.path("n").asInt()).isEqualTo(n);
        assertThat(estimate.path("mean").asDouble()).isCloseTo(StatUtils.mean(values), within(1e-9));
        double deviation = n > 1 ? Math.sqrt(StatUtils.variance(values)) : 0;
        if (deviation < 1e-9) {
            assertThat(estimate.path("low").isNull()).isTrue();
            return;
        }
        double half = new TDistribution(n - 1).inverseCumulativeProbability(0.975) * deviation / Math.sqrt(n);
        assertThat(estimate.path("low").asDouble())
                .isCloseTo(Math.max(-1, StatUtils.mean(values) - half), within(1e-6));
        assertThat(estimate.path("high").asDouble())
                .isCloseTo(Math.min(1, StatUtils.mean(values) + half), within(1e-6));
    }

    private static double[] meansByResponse(List<Given> given) {
        Map<UUID, List<Double>> scores = byResponse(given);
        return scores.values().stream()
                .mapToDouble(own ->
                        own.stream().mapToDouble(score -> score).average().orElseThrow())
                .toArray();
    }

    // Pair by pair, from the definition.
    private static double alpha(List<Given> given) {
        List<List<Double>> units = byResponse(given).values().stream()
                .filter(own -> own.size() > 1)
                .sorted(Comparator.comparingInt(List::size))
                .toList();
        List<Double> all = units.stream().flatMap(List::stream).toList();
        double observed = 0;
        for (List<Double> unit : units) {
            observed += pairs(unit) / (unit.size() - 1);
        }
        observed /= all.size();
        return 1 - observed / (pairs(all) / ((double) all.size() * (all.size() - 1)));
    }

    private static double pairs(List<Double> values) {
        double sum = 0;
        for (double one : values) {
            for (double other : values) {
                sum += (one - other) * (one - other);
            }
        }
        return sum;
    }

    private static Map<UUID, List<Double>> byResponse(List<Given> given) {
        Map<UUID, List<Double>> scores = new HashMap<>();
        given.forEach(one ->
                scores.computeIfAbsent(one.response(), _ -> new ArrayList<>()).add(one.score()));
        return scores;
    }

    private JsonNode evidence(UUID checkpoint) throws SQLException {
        return call("read_evidence", Map.of("id", checkpoint.toString()));
    }

    private JsonNode call(String operation, Map<String, String> query) throws SQLException {
        return DATABASE.as(lead, session -> session.call(operation, query, null, Map.of()))
                .path("data");
    }

    private static UUID checkpoint(String version, double recorded) throws SQLException {
        return DATABASE.asSuperuser(session -> session.uuid(
                "insert into public.checkpoints (version, storage_key, avg_reward) values (?, 'k', ?) returning id",
                version,
                recorded));
    }

    private static UUID image(String category) throws SQLException {
        return DATABASE.asSuperuser(session -> session.uuid("""
                insert into public.images
                  (file_name, storage_path, sha256, content_type, size_bytes, width, height, category)
                select 'a.png', n, encode(sha256(n::bytea), 'hex'), 'image/png', 1, 1, 1, ?
                from (select gen_random_uuid()::text as n) x returning id
                """, category));
    }

    private static UUID response(UUID image, String model, @Nullable UUID checkpoint) throws SQLException {
        return DATABASE.asSuperuser(session -> session.uuid(
                "insert into public.responses (user_id, prompt, response_text, image_id, model_id, checkpoint_id) "
                        + "values ('p', 'q', 'a', ?, ?, ?) returning id",
                image,
                model,
                checkpoint));
    }

    private static Given reward(UUID response, String category, Caller reviewer, double score) throws SQLException {
        DATABASE.asSuperuser(session -> session.write(
                "insert into public.rewards (response_id, reviewer_id, score) values (?, ?, ?)",
                response,
                reviewer.account(),
                score));
        return new Given(response, category, reviewer, score);
    }
}
