package dev.rewarddesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.TestBackend;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The storm at a size for every build; {@link MeasureActivations} runs it at the full one. */
final class ActivationStormTest {

    @Test
    void whoeverReadsDuringAStormOfActivationsSeesExactlyOneActive() throws InterruptedException {
        try (TestBackend backend = TestBackend.fresh()) {
            ActivationStorm.Outcome outcome = new ActivationStorm(backend.service()).run(8, 3, Duration.ofSeconds(2));

            assertThat(outcome.activations()).isPositive();
            assertThat(outcome.reads()).isPositive();
        }
    }
}
