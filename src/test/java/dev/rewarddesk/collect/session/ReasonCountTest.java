package dev.rewarddesk.collect.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.fetch.Refusal.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReasonCountTest {

    @ParameterizedTest
    @EnumSource
    void everyReasonIsToldForImagesAndForPages(Reason reason) {
        assertThat(ReasonCount.of(reason.code(), 2)).isEqualTo(new ReasonCount(false, reason.code(), 2));
        assertThat(ReasonCount.of("page_" + reason.code(), 1)).isEqualTo(new ReasonCount(true, reason.code(), 1));
        assertThat(ReasonCount.of(reason.code(), 2).text()).isEqualTo("2 images: " + reason.words());
        assertThat(ReasonCount.of("page_" + reason.code(), 1).text()).isEqualTo("1 page: " + reason.words());
    }

    @Test
    void aReasonOfAnotherVersionIsToldByItsName() {
        assertThat(ReasonCount.of("page_too_dull", 3).text()).isEqualTo("3 pages: too_dull");
    }

    @Test
    void whatThereIsMostOfComesFirst() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("timeout", 1L);
        counts.put("page_says_no", 7L);
        counts.put("page_timeout", 3L);

        assertThat(ReasonCount.all(counts))
                .containsExactly(
                        new ReasonCount(false, "page_says_no", 7),
                        new ReasonCount(true, "timeout", 3),
                        new ReasonCount(false, "timeout", 1));
    }
}
