package dev.rewarddesk.bench;

import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectRun;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.collect.session.ImageRules;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A site collected whole into a new workspace.
 *
 * @param seconds from the first request to the last upload
 * @param contents the SHA-256 of each image in the workspace
 */
record Collected(CollectReport report, double seconds, Set<String> contents) {

    private static final Bounds WIDE = new Bounds(100_000, 100_000, 1000, 1L << 40, Duration.ofMinutes(10));

    /** What is alike comes too and files keep what they tell, so that each can be told by its content. */
    private static final ImageRules AS_THEY_ARE = new ImageRules(
            1, 1, ImageRules.USUAL.formats(), 0, true, ImageRules.Near.KEEP, ImageRules.USUAL.nearThreshold());

    /** @param journal an empty folder, where the record of the run stays */
    static Collected of(ManualSite site, int concurrency, Path journal) throws InterruptedException, SQLException {
        try (TestBackend backend = TestBackend.staying(TestBackend.emptyWorkspace());
                SupabaseClient owner = RealWorkspace.owner(backend)) {
            CollectService service = new CollectService(owner, journal);
            CollectSettings settings = new CollectSettings(
                    List.of(site.start()),
                    false,
                    true,
                    WIDE,
                    AS_THEY_ARE,
                    "",
                    List.of(),
                    true,
                    CollectSettings.USER_AGENT,
                    concurrency,
                    Duration.ZERO,
                    false);
            long began = System.nanoTime();
            CollectRun run = service.start(settings, _ -> {});
            run.await();
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Collected(service.session(run.session()), seconds, contents(backend));
        }
    }

    private static Set<String> contents(TestBackend backend) throws SQLException {
        Set<String> contents = new HashSet<>();
        try (Connection connection = backend.ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sha256 from public.images")) {
            while (row.next()) {
                contents.add(row.getString(1));
            }
        }
        return contents;
    }
}
