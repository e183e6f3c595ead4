package dev.rewarddesk.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class KillSuiteTest {

    @Test
    void whatWasKeptArrivesWhoeverIsKilled() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/cwd")), "which PostgreSQL is ours is known on Linux only");

        KillSuite.Result result = KillSuite.run(6, System.nanoTime());

        assertThat(result.differences()).isEmpty();
        assertThat(result.kept()).isPositive();
    }
}
