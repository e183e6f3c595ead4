package dev.rewarddesk.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rewarddesk.collect.session.CollectReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManualTest {

    @Test
    void aLargeRealSiteIsCollectedCompletely(@TempDir Path journal) throws Exception {
        Path manual = CollectBenchmark.FOLDER.resolve("manual");
        assumeTrue(Files.exists(manual.resolve("unpacked")), "exec:exec@measure-collect fetches the site from Debian");

        try (ManualSite site = ManualSite.serve(manual)) {
            Collected collected = Collected.of(site, 16, journal);

            assertThat(collected.contents()).isEqualTo(site.contents());
            assertThat(collected.report().images())
                    .isEqualTo(new CollectReport.Images(
                            site.contents().size(),
                            site.images(true).size() - site.contents().size(),
                            0,
                            1,
                            0));
            assertThat(collected.report().refused()).containsOnlyKeys("not_found", "page_not_found");
        }
    }
}
