package dev.rewarddesk.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class FaultSuiteTest {

    @Test
    void everythingArrivesOnceAndUnchangedOverALineWithFaults() throws Exception {
        FaultSuite.Result result = FaultSuite.run(150, System.nanoTime());

        assertThat(result.differences()).isEmpty();
        assertThat(result.faults().keySet())
                .containsAll(Set.of(
                        FaultyLine.Fault.ACKNOWLEDGEMENT_LOST, FaultyLine.Fault.TWICE, FaultyLine.Fault.DELAYED));
    }
}
