package dev.rewarddesk.collect.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a website into a real workspace. */
final class CollectServiceTest {

    @TempDir
    private Path folder;

    private TestBackend backend;
    private SupabaseClient owner;
    private PretendSite site;
    private CollectService service;

    @BeforeEach
    void start() throws IOException {
        backend = TestBackend.fresh();
        owner = RealWorkspace.owner(backend);
        site = new PretendSite();
        service = Collecting.service(owner, folder.resolve("collect"));
    }

    @AfterEach
    void stop() {
        site.close();
        owner.close();
        backend.close();
    }

    @Test
    void aRunWhoseEndCannotBeWrittenDownFailsAndSaysSo() throws Exception {
        site.page("/", "<img src=/owl.png>").image("/owl.png", Pictures.png(1));
        // Makes the journal's file.
        assertThat(service.sessions()).isEmpty();
        try (Connection journal =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("collect/journal.sqlite"));
                Statement statement = journal.createStatement()) {
            statement.execute(
                    "create trigger full before update of state on session begin select raise(abort, 'full'); end");

            CollectReport report = Collecting.run(service, Collecting.settings(site.url("/")));

            assertThat(report.state()).isEqualTo("failed");
            assertThat(report.message()).contains("could not be written down", "is kept");
            assertThat(report.images().created()).isEqualTo(1);
            assertThat(report.canGoOn()).isTrue();
            statement.execute("drop trigger full");

            CollectReport whole =
                    Collecting.ended(service, service.resume(report.session(), before -> before, _ -> {}));
            assertThat(whole.state()).isEqualTo("done");
        }
    }

    @Test
    void theImagesOfASiteComeIntoTheWorkspaceWithWhereTheyAreFrom() throws Exception {
        site.page("/", """
                        <title>Birds &amp; more</title><link rel=license href=/licence>
                        <figure><img src="/owl.png" alt="An owl"><figcaption>The owl at night</figcaption></figure>
                        <a href="/next">next</a>""")
                .page("/next", "<p>Two of them <img src='/owl.png'> <img src='/heron.png' title='Heron'>")
                .image("/owl.png", Pictures.png(1))
                .image("/heron.png", Pictures.png(2));

        CollectReport report = Collecting.run(service, Collecting.settings(site.url("/")));

        assertThat(report.state()).isEqualTo("done");
        assertThat(report.pages()).isEqualTo(new CollectReport.Pages(2, 0, 0));
        assertThat(report.images()).isEqualTo(new CollectReport.Images(2, 0, 0, 0, 0));
        assertThat(report.refused()).isEmpty();
        assertThat(Workspace.sources(backend)).containsExactly(site.url("/heron.png"), site.url("/owl.png"));
        JsonNode owl = Workspace.images(backend).getLast();
        assertThat(owl.path("session_id").asText()).isEqualTo(report.session());
        assertThat(owl.path("page_url").asText()).isEqualTo(site.url("/"));
        assertThat(owl.path("page_title").asText()).isEqualTo("Birds & more");
        assertThat(owl.path("alt_text").asText()).isEqualTo("An owl");
        assertThat(owl.at("/metadata/caption").asText()).isEqualTo("The owl at night");
        assertThat(owl.at("/metadata/attribution/robots").asText()).isEqualTo("no robots.txt");
        assertThat(owl.at("/metadata/attribution/licence_hints/0/value").asText())
                .isEqualTo(site.url("/licence"));
    }

    @Test
    void collectingAgainAddsNothing() throws Exception {
        site.page("/", "<img src=a.png><img src=b.png>")
                .image("/a.png", Pictures.png(1))
                .image("/b.png", Pictures.png(2));
        Collecting.run(service, Collecting.settings(site.url("/")));

        CollectReport second = Collecting.run(service, Collecting.settings(site.url("/")));

        assertThat(second.images()).isEqualTo(new CollectReport.Images(0, 2, 0, 0, 0));
        assertThat(service.sessions()).hasSize(2).first().isEqualTo(second);
    }
}
