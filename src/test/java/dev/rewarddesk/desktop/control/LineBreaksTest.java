package dev.rewarddesk.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class LineBreaksTest {

    @Test
    void onlyScriptsWhoseLettersShapeEachOtherAreBrokenHere() {
        assertThat(LineBreaks.areNeeded("Four boats, “three” red — 3 × 4")).isFalse();
        assertThat(LineBreaks.areNeeded("画像には四つの色の領域があります。")).isFalse();
        assertThat(LineBreaks.areNeeded("Это красная лодка")).isFalse();
        assertThat(LineBreaks.areNeeded("boat: قارب")).isTrue();
        assertThat(LineBreaks.areNeeded("סירה")).isTrue();
        assertThat(LineBreaks.areNeeded("नाव")).isTrue();
    }

    @Property
    void everyLineFitsAndNothingIsLost(
            @ForAll @StringLength(max = 200) @CharRange(from = 'א', to = 'ת') @Chars({' ', '\n', '-', '.'}) String text,
            @ForAll @IntRange(min = 1, max = 40) int width) {
        LineBreaks breaks = LineBreaks.fitting(text, width, String::length);
        String broken = breaks.broken();

        assertThat(broken.replace("\n", "")).isEqualTo(text.replace("\n", ""));
        assertThat(breaks.original(0, broken.length())).isEqualTo(text);
        assertThat(Arrays.stream(broken.split("\n", -1)).mapToInt(String::length))
                .allMatch(length -> length <= width);
    }

    @Test
    void aSelectionIsThatPartOfTheTextItself() {
        LineBreaks breaks = LineBreaks.fitting("אאאא בבבב גגגג", 5, String::length);

        assertThat(breaks.broken()).isEqualTo("אאאא \nבבבב \nגגגג");
        assertThat(breaks.original(2, 9)).isEqualTo("אא בבב");
        assertThat(breaks.original(6, 10)).isEqualTo("בבבב");
    }
}
