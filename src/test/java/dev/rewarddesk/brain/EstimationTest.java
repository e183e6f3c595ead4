package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL's statistics against those of Apache Commons Math and against tables. */
final class EstimationTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    // From any table of Student's t, two-sided 95 %.
    @ParameterizedTest
    @CsvSource({"1, 12.706", "2, 4.303", "3, 3.182", "10, 2.228", "30, 2.042", "120, 1.980", "1e6, 1.960"})
    void theBoundIsThatOfTheTables(double freedom, double bound) throws SQLException {
        assertThat(number("private.student_bound(?)", freedom)).isCloseTo(bound, within(0.0005));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theDistributionIsThatOfAnIndependentLibrary(long seed) throws SQLException {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            double freedom = Math.exp(random.nextDouble() * Math.log(1e5));
            double t = random.nextGaussian() * (round % 2 == 0 ? 1 : 20);
            TDistribution expected = new TDistribution(freedom);

            assertThat(number("private.student_cdf(?, ?)", t, freedom))
                    .as("t = %s with %s degrees", t, freedom)
                    .isCloseTo(expected.cumulativeProbability(t), within(1e-9));
            assertThat(number("private.student_bound(?)", freedom))
                    .isCloseTo(expected.inverseCumulativeProbability(0.975), within(1e-6 * (1 + freedom)));
        }
    }

    @Test
    void manyDegreesAreTheNormalDistribution() throws SQLException {
        assertThat(number("private.student_cdf(?, ?)", 1.5, 1e12))
                .isCloseTo(new NormalDistribution().cumulativeProbability(1.5), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void twoMeansAreComparedAsWelchDid(long seed) throws SQLException {
        Random random = new Random(seed);
        double[] one = scores(random, 2 + random.nextInt(30));
        double[] other = scores(random, 2 + random.nextInt(30));

        JsonNode difference = difference(one, other);

        double mean = StatUtils.mean(one) - StatUtils.mean(other);
        TTest test = new TTest();
        double oneSided = test.tTest(one, other) / 2;
        assertThat(difference.path("mean").asDouble()).isCloseTo(mean, within(1e-12));
        assertThat(difference.path("probability_better").asDouble())
                .isCloseTo(mean > 0 ? 1 - oneSided : oneSided, within(1e-8));
        // The interval and the p-value tell the same: zero lies outside where the two-sided p is below 5 %.
        boolean outside =
                difference.path("low").asDouble() > 0 || difference.path("high").asDouble() < 0;
        assertThat(outside).isEqualTo(2 * oneSided < 0.05);
    }

    @Test
    void whatDoesNotVaryHasNoInterval() throws SQLException {
        JsonNode estimate = json("private.estimate(5, 0.5, 0)");

        assertThat(estimate.path("mean").asDouble()).isEqualTo(0.5);
        assertThat(estimate.path("low").isNull()).isTrue();
        JsonNode difference = json("private.difference(5, 0.5, 0, 5, 0.25, 0)");
        assertThat(difference.path("mean").asDouble()).isEqualTo(0.25);
        assertThat(difference.path("probability_better").isNull()).isTrue();
    }

    @Test
    void oneValueAndNoneHaveNoInterval() throws SQLException {
        assertThat(json("private.estimate(1, 0.5, null)").path("low").isNull()).isTrue();
        JsonNode none = json("private.estimate(0, null, null)");
        assertThat(none.path("n").asInt()).isZero();
        assertThat(none.path("mean").isNull()).isTrue();
        assertThat(json("private.difference(1, 0.5, null, 9, 0.25, 0.1)")
                        .path("low")
                        .isNull())
                .isTrue();
    }

    @Test
    void anIntervalEndsWhereScoresEnd() throws SQLException {
        JsonNode estimate = json("private.estimate(2, 0.9, 0.14)");

        assertThat(estimate.path("high").asDouble()).isEqualTo(1);
        assertThat(estimate.path("low").asDouble()).isGreaterThanOrEqualTo(-1);
    }

    private static double[] scores(Random random, int count) {
        double shift = random.nextDouble() - 0.5;
        return DoubleStream.generate(() -> Math.clamp(shift + random.nextGaussian() / 2, -1, 1))
                .limit(count)
                .toArray();
    }

    private static JsonNode difference(double[] one, double[] other) throws SQLException {
        return json(
                "private.difference(?, ?, ?, ?, ?, ?)",
                (long) one.length,
                StatUtils.mean(one),
                Math.sqrt(StatUtils.variance(one)),
                (long) other.length,
                StatUtils.mean(other),
                Math.sqrt(StatUtils.variance(other)));
    }

    private static double number(String call, Object... arguments) throws SQLException {
        return Double.parseDouble(DATABASE.text("select " + call, arguments));
    }

    private static JsonNode json(String call, Object... arguments) throws SQLException {
        return Session.json(DATABASE.text("select " + call, arguments));
    }
}
