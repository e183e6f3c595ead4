package dev.rewarddesk.desktop.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PortioningTest {

    static List<String> hostile() {
        return List.of(
                "a".repeat(1_000_000),
                "[x](https://example.org/) ".repeat(4_000),
                "> ".repeat(5_000) + "deep",
                "- x\n".repeat(20_000),
                "**".repeat(40_000),
                "|a".repeat(200) + "|\n" + "|-".repeat(200) + "|\n" + ("|b".repeat(200) + "|\n").repeat(200),
                "# t\n\n".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noPortionIsMoreThanAFramesWorkUnlessItIsOnePassage(String markdown) {
        List<Passage> passages = Passages.of(markdown);

        List<List<Passage>> portions = Portioning.of(passages);

        assertThat(portions.stream().flatMap(List::stream)).containsExactlyElementsOf(passages);
        assertThat(portions)
                .allSatisfy(portion -> assertThat(
                                portion.stream().mapToInt(Portioning::weight).sum())
                        .isLessThanOrEqualTo(
                                portion.size() == 1 ? Portioning.weight(portion.getFirst()) : Portioning.MOST));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noPassageIsMuchMoreThanAPortion(String markdown) {
        assertThat(Passages.of(markdown))
                .allSatisfy(passage -> assertThat(Portioning.weight(passage)).isLessThan(20_000));
    }
}
