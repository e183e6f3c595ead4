package dev.rewarddesk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

final class ScoreTest {

    @Property
    void everyNumberFromMinusOneToOneIsAScore(@ForAll @DoubleRange(min = -1, max = 1) double value) {
        assertThat(new Score(value).value()).isEqualTo(value == 0 ? 0.0 : value);
    }

    @Property
    void everyOtherNumberIsNone(@ForAll double value) {
        if (!(Math.abs(value) <= 1)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Score(value));
        }
    }

    @Example
    void whatIsNoNumberIsNoScore() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Score(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Score(Double.POSITIVE_INFINITY));
    }

    @Example
    void minusZeroIsZero() {
        assertThat(new Score(-0.0)).isEqualTo(Score.ZERO);
    }

    @Property
    void theNearestScoreIsOnTheGridAndAtMostHalfAStepAway(@ForAll @DoubleRange(min = -1, max = 1) double number) {
        double nearest = Score.nearest(number).value();

        assertThat(nearest).isCloseTo(number, within(Score.STEP / 2 + 1e-12));
        assertThat(BigDecimal.valueOf(nearest).remainder(new BigDecimal("0.05")))
                .isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Property
    void numbersBeyondTheEndsAreTakenToThem(@ForAll @DoubleRange(min = 1, max = 1e12) double number) {
        assertThat(Score.nearest(number).value()).isEqualTo(1);
        assertThat(Score.nearest(-number).value()).isEqualTo(-1);
    }

    @Property
    void stepsForthAndBackEndWhereTheyBegan(
            @ForAll @IntRange(min = -10, max = 10) int start, @ForAll @IntRange(min = -10, max = 10) int steps) {
        Score score = Score.nearest(start * Score.STEP);

        assertThat(score.plusSteps(steps).plusSteps(-steps)).isEqualTo(score);
    }

    @Property
    void stepsStopAtTheEnds(
            @ForAll @DoubleRange(min = -1, max = 1) double start, @ForAll @IntRange(min = 40, max = 1000) int steps) {
        assertThat(new Score(start).plusSteps(steps).value()).isEqualTo(1);
        assertThat(new Score(start).plusSteps(-steps).value()).isEqualTo(-1);
    }

    @Property
    void scoresCompareAsTheirNumbers(
            @ForAll @DoubleRange(min = -1, max = 1) double one, @ForAll @DoubleRange(min = -1, max = 1) double other) {
        assertThat(Integer.signum(new Score(one).compareTo(new Score(other))))
                .isEqualTo((int) Math.signum(one - other));
    }
}
