package dev.rewarddesk.collect.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.crawl.Srcset.Candidate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class SrcsetTest {

    @Test
    void candidatesAreReadWithWhatTheySayOfThemselves() {
        assertThat(Srcset.parse(" a.png 1x , b.png 2.5x,c.png 640w 320h, d.png"))
                .containsExactly(
                        new Candidate("a.png", 0, 1),
                        new Candidate("b.png", 0, 2.5),
                        new Candidate("c.png", 640, 1),
                        new Candidate("d.png", 0, 1));
    }

    @Test
    void commasInUrlsAndParenthesesSeparateNothing() {
        assertThat(Srcset.parse("/w_100,h_50/a.png 100w, data:image/png;base64,AA== 2x, b.png (1,2) 3x, c.png,"))
                .extracting(Candidate::url)
                .containsExactly("/w_100,h_50/a.png", "data:image/png;base64,AA==", "b.png", "c.png");
    }

    @Property
    void anythingIsReadToItsEnd(@ForAll String anything) {
        assertThat(Srcset.parse(anything))
                .allSatisfy(candidate ->
                        assertThat(candidate.url()).doesNotContain(" ").doesNotEndWith(","));
    }
}
