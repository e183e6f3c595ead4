package dev.rewarddesk.collect;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class PlainNameTest {

    @Property
    void itIsWhatAWorkspaceTakes(@ForAll String written, @ForAll @IntRange(min = 1, max = 300) int longest) {
        String name = PlainName.of(written, longest);

        assertThat(name)
                .hasSizeLessThanOrEqualTo(longest)
                .doesNotContain("..", "/", "\\")
                .doesNotContainPattern("[\\p{Cntrl}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]")
                .isNotEqualTo(".");
    }

    @Example
    void whatIsPlainStaysAsItIs() {
        assertThat(PlainName.of("A bird, 雀 (1).png", 255)).isEqualTo("A bird, 雀 (1).png");
        assertThat(PlainName.of("😀😀", 3)).isEqualTo("😀");
    }

    @Example
    void whatSteersIsReplaced() {
        assertThat(PlainName.of("a\n\u001b[2J\u202egnp..exe", 255)).isEqualTo("a__[2J_gnp.exe");
        assertThat(PlainName.of("..", 255)).isEmpty();
    }
}
