package dev.rewarddesk.collect.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.collect.inspect.ImageFormat;
import dev.rewarddesk.collect.journal.Journal;
import dev.rewarddesk.collect.journal.RecordedHeld;
import dev.rewarddesk.collect.session.ImageRules.Near;
import dev.rewarddesk.collect.session.Uploads.ImageRecord;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that look like one that was taken are held back until somebody decides. */
final class NearDuplicatesTest {

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
        service = Collecting.service(owner, folder);
        site.page("/", "<img src=/owl.png>")
                .page("/more", "<img src=/owl.jpg alt='The same owl'><img src=/heron.png>")
                .image("/owl.png", Pictures.png(1))
                .image("/owl.jpg", Pictures.jpeg(1))
                .image("/heron.png", Pictures.png(2));
    }

    @AfterEach
    void stop() {
        site.close();
        owner.close();
        backend.close();
    }

    @Test
    void whatLooksLikeAnImageOfAnEarlierRunIsHeldBack() throws Exception {
        run("/");

        CollectReport report = run("/more");

        assertThat(report.images()).isEqualTo(new CollectReport.Images(1, 0, 1, 0, 0));
        assertThat(report.state()).isEqualTo("done");
        assertThat(Workspace.sources(backend)).containsExactly(site.url("/heron.png"), site.url("/owl.png"));
        NearGroup group = onlyGroup();
        assertThat(group.taken().url()).isEqualTo(site.url("/owl.png"));
        assertThat(group.taken().imageId())
                .contains(UUID.fromString(
                        Workspace.images(backend).getLast().path("id").asText()));
        assertThat(group.taken().bytes()).isEqualTo(Pictures.png(1).length);
        NearGroup.Held held = group.held().getFirst();
        assertThat(held.url()).isEqualTo(site.url("/owl.jpg"));
        assertThat(held.page()).isEqualTo(site.url("/more"));
        assertThat(held.altText()).isEqualTo("The same owl");
        assertThat(held.session()).isEqualTo(report.session());
        assertThat(held.format()).isEqualTo(ImageFormat.JPEG);
        assertThat(held.width()).isEqualTo(64);
        assertThat(held.height()).isEqualTo(48);
        assertThat(held.distance()).isBetween(0, 24);
        assertThat(held.quality()).isBetween(0.0, 1.0);
        assertThat(service.heldBytes(held.id())).isEqualTo(Pictures.jpeg(1)).hasSize((int) held.bytes());
    }

    @Test
    void ofTwoThatAreMetAtOnceOneIsTaken() throws Exception {
        site.page("/", "<img src=/owl.png><img src=/owl.jpg><img src=/large.png>")
                .image("/large.png", Pictures.encoded(1, 64, 48, "gif"));

        CollectReport report = run("/");

        assertThat(report.images()).isEqualTo(new CollectReport.Images(1, 0, 2, 0, 0));
        assertThat(Workspace.images(backend)).hasSize(1);
        assertThat(onlyGroup().held()).hasSize(2);
    }

    @Test
    void whatIsKeptComesWithItsRecordAndOnce() throws Exception {
        run("/");
        CollectReport found = run("/more");
        long id = onlyGroup().held().getFirst().id();

        UUID kept = service.keep(id);

        assertThat(service.keep(id)).isEqualTo(kept);
        assertThat(service.groups()).isEmpty();
        JsonNode owl = Workspace.images(backend).stream()
                .filter(image -> image.path("id").asText().equals(kept.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(owl.path("session_id").asText()).isEqualTo(found.session());
        assertThat(owl.path("alt_text").asText()).isEqualTo("The same owl");
        assertThat(Workspace.images(backend)).hasSize(3);
        assertThat(service.session(found.session()).images()).isEqualTo(new CollectReport.Images(2, 0, 0, 0, 0));
        assertThatExceptionOfType(ServiceFailure.NotFound.class).isThrownBy(() -> service.heldBytes(id));
        assertThatExceptionOfType(ServiceFailure.Conflict.class).isThrownBy(() -> service.drop(id));
        // And from now on it is one that was taken.
        assertThat(run("/more").images()).isEqualTo(new CollectReport.Images(0, 2, 0, 0, 0));
    }

    @Test
    void aKeepThatWasCutOffAfterItsUploadIsDoneAgain() throws Exception {
        run("/");
        run("/more");
        long id = onlyGroup().held().getFirst().id();
        UUID uploaded;
        try (Journal journal = Journal.open(folder)) {
            RecordedHeld held = journal.heldImage(id).orElseThrow();
            uploaded = new Uploads(owner, held.image().session())
                    .upload(
                            ImageRecords.fileName(HttpUrl.get(held.image().url()), "jpeg"),
                            journal.heldContent(id).orElseThrow(),
                            held.sha256(),
                            Wire.read(held.image().record(), ImageRecord.class))
                    .id();
        }

        assertThat(service.keep(id)).isEqualTo(uploaded);
        assertThat(Workspace.images(backend)).hasSize(3);
    }

    @Test
    void whatIsDroppedIsForgottenAndNotTakenAgain() throws Exception {
        run("/");
        run("/more");
        long id = onlyGroup().held().getFirst().id();

        service.drop(id);
        service.drop(id);

        assertThat(service.groups()).isEmpty();
        assertThatExceptionOfType(ServiceFailure.NotFound.class).isThrownBy(() -> service.heldBytes(id));
        assertThatExceptionOfType(ServiceFailure.NotFound.class).isThrownBy(() -> service.keep(id));
        CollectReport again = run("/more");
        assertThat(again.refused()).containsEntry("dropped", 1L);
        assertThat(again.images()).isEqualTo(new CollectReport.Images(0, 1, 0, 1, 0));
        assertThat(service.groups()).isEmpty();
    }

    @Test
    void whatIsHeldBackAlreadyIsHeldBackOnce() throws Exception {
        run("/");
        run("/more");

        CollectReport again = run("/more");

        assertThat(again.images()).isEqualTo(new CollectReport.Images(0, 1, 1, 0, 0));
        assertThat(onlyGroup().held()).hasSize(1);
    }

    @Test
    void whatWaitsForADecisionIsTakenByARunThatKeepsWhatIsAlike() throws Exception {
        run("/");
        run("/more");

        CollectReport report = run("/more", ImageRules.USUAL.with(Near.KEEP, 24));

        assertThat(report.images()).isEqualTo(new CollectReport.Images(1, 1, 0, 0, 0));
        assertThat(service.groups()).isEmpty();
    }

    @Test
    void theThresholdSaysWhatIsAlike() throws Exception {
        run("/");

        CollectReport strict = run("/more", ImageRules.USUAL.with(Near.HOLD, 0));

        assertThat(strict.images().created() + strict.images().near()).isEqualTo(2);
        site.page("/other", "<img src=/finch.png>").image("/finch.png", Pictures.png(9));
        assertThat(run("/other", ImageRules.USUAL.with(Near.HOLD, 144)).images())
                .isEqualTo(new CollectReport.Images(0, 0, 1, 0, 0));
    }

    @Test
    void aDryRunHoldsNothingBackAndLeavesNoTrace() throws Exception {
        CollectReport report =
                Collecting.run(service, Collecting.dry(Collecting.settings(site.url("/"), site.url("/more"))));

        assertThat(report.images()).isEqualTo(new CollectReport.Images(2, 0, 1, 0, 0));
        assertThat(service.groups()).isEmpty();
        assertThat(run("/more").images()).isEqualTo(new CollectReport.Images(2, 0, 0, 0, 0));
    }

    @Test
    void whatTheWorkspaceRefusedHoldsNothingBackAnyMore() throws Exception {
        // A category that no workspace takes.
        CollectSettings refused = Collecting.in("a/b", Collecting.settings(site.url("/")));
        assertThat(Collecting.run(service, refused).refused()).containsEntry("workspace", 1L);

        assertThat(run("/more").images()).isEqualTo(new CollectReport.Images(2, 0, 0, 0, 0));
    }

    @Test
    void numbersThatNobodyWasToldAreUnknown() {
        assertThatExceptionOfType(ServiceFailure.NotFound.class).isThrownBy(() -> service.keep(17));
        assertThatExceptionOfType(ServiceFailure.NotFound.class).isThrownBy(() -> service.drop(17));
        assertThatExceptionOfType(ServiceFailure.NotFound.class).isThrownBy(() -> service.heldBytes(17));
        assertThat(service.groups()).isEmpty();
    }

    private NearGroup onlyGroup() {
        List<NearGroup> groups = service.groups();
        assertThat(groups).hasSize(1);
        return groups.getFirst();
    }

    private CollectReport run(String path) throws InterruptedException {
        return run(path, ImageRules.USUAL);
    }

    private CollectReport run(String path, ImageRules rules) throws InterruptedException {
        return Collecting.run(service, Collecting.settings(site.url(path)).taking(rules));
    }
}
