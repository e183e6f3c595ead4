package dev.rewarddesk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.WithNull;

final class FeedbackTest {

    @Example
    void nothingSaidSuggestsNothing() {
        assertThat(Feedback.NONE.suggestedScore()).isEmpty();
    }

    @Property
    void theSuggestionIsTheFormulaReckonedExactly(
            @ForAll @WithNull FeedbackType type, @ForAll @IntRange(min = 1, max = 5) int quality) {
        BigDecimal base = new BigDecimal(type == null ? "0" : Double.toString(type.baseScore()));
        BigDecimal exact = base.add(new BigDecimal("0.2").multiply(BigDecimal.valueOf(quality - 3L)))
                .max(BigDecimal.ONE.negate())
                .min(BigDecimal.ONE);

        assertThat(new Feedback(type, quality).suggestedScore()).contains(new Score(exact.doubleValue()));
    }

    @Property
    void aTypeAloneSuggestsItsBase(@ForAll FeedbackType type) {
        assertThat(new Feedback(type, null).suggestedScore()).contains(new Score(type.baseScore()));
    }

    @Property
    void betterQualityNeverSuggestsLess(
            @ForAll @WithNull FeedbackType type, @ForAll @IntRange(min = 1, max = 4) int quality) {
        assertThat(new Feedback(type, quality + 1).suggestedScore().orElseThrow())
                .isGreaterThan(new Feedback(type, quality).suggestedScore().orElseThrow());
    }

    @Property
    void aQualityOutsideOneToFiveIsRefused(@ForAll int quality) {
        if (quality < 1 || quality > 5) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Feedback(null, quality));
        }
    }
}
