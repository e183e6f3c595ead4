package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.disk.PrivateFiles;
import dev.rewarddesk.embedded.storage.Contents;
import dev.rewarddesk.s3.CuttingProxy;
import dev.rewarddesk.s3.CuttingProxy.Cut;
import dev.rewarddesk.s3.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The embedded backend keeps images in an S3-compatible bucket, and an upload that fails half-way leaves nothing there. */
final class BucketTest {

    private static final S3Server S3 = S3Server.shared();
    private static final Logger STORAGE_LOG = (Logger) LoggerFactory.getLogger(Contents.class);

    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final CuttingProxy way = new CuttingProxy(S3.url());
    private final List<String> before = S3.objects();
    private TestBackend backend = backend(Map.of());

    @BeforeEach
    void listen() {
        events.start();
        STORAGE_LOG.addAppender(events);
    }

    @AfterEach
    void end() {
        STORAGE_LOG.detachAppender(events);
        backend.close();
        way.close();
    }

    @Test
    void anImageIsInTheBucketAndReadAsEver() {
        byte[] picture = Pictures.png(60, 40);

        JsonNode answer = upload(picture).ok();

        String path = answer.path("path").asText();
        assertThat(objects()).containsExactly(path);
        assertThat(S3.bytes(path)).isEqualTo(picture);
        assertThat(backend.annotator("ann")
                        .get("/storage/v1/object/authenticated/scraped-images/" + path)
                        .bytes())
                .isEqualTo(picture);
        respondTo(answer.path("imageId").asText());
        JsonNode image = backend.owner()
                .get("/functions/v1/rft-responses?details=true")
                .ok()
                .at("/data/0/image");
        assertThat(backend.stranger().get(image.path("signed_url").asText()).bytes())
                .isEqualTo(picture);
        TestApi.Answer thumbnail =
                backend.stranger().get(image.path("thumbnail_url").asText() + "&width=30&height=30&resize=contain");
        assertThat(thumbnail.status()).isEqualTo(200);
        assertThat(thumbnail.bytes()).as("scaled here").isNotEqualTo(picture);
        assertThat(upload(picture).ok().path("duplicate").asBoolean()).isTrue();
    }

    @Test
    void whatWasInTheFolderBeforeIsStillRead() throws IOException {
        Path workspace = TestBackend.emptyWorkspace();
        byte[] early = Pictures.png(61, 40);
        String path;
        try (TestBackend folder = TestBackend.staying(workspace)) {
            path = folder.service()
                    .upload("a.png", "image/png", early, Map.of())
                    .ok()
                    .path("path")
                    .asText();
        }
        backend.close();
        settings(workspace, Map.of());
        backend = TestBackend.on(workspace, BackendOptions.defaults());

        upload(Pictures.png(62, 40)).ok();

        assertThat(objects()).hasSize(1);
        assertThat(backend.service()
                        .get("/storage/v1/object/authenticated/scraped-images/" + path)
                        .bytes())
                .isEqualTo(early);
    }

    @Test
    void aRequestThatIsCutIsToldAndNothingIsThere() {
        way.cut("PUT", Cut.WITHIN_REQUEST);

        TestApi.Answer answer = upload(Pictures.png(63, 40));

        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("busy");
        assertThat(objects()).isEmpty();
        assertThat(backend.database().rows("select storage_path from public.images"))
                .isEmpty();
        assertThat(backend.database().rows("select name from storage.objects")).isEmpty();
        way.cut("PUT", Cut.NONE);
        upload(Pictures.png(63, 40)).ok();
    }

    @Test
    void anAnswerThatIsLostIsAnUploadThatFailedAndIsRemovedLater() {
        way.cut("PUT", Cut.BEFORE_ANSWER);
        assertThat(upload(Pictures.png(64, 40)).status()).isEqualTo(503);
        way.cut("PUT", Cut.NONE);

        backend.database().ageUploads("11 minutes");
        upload(Pictures.png(65, 40)).ok();

        assertThat(objects()).isEqualTo(backend.database().rows("select storage_path from public.images"));
        assertThat(objects()).isEqualTo(backend.database().rows("select name from storage.objects"));
        assertThat(backend.database().rows("select path from private.objects_under_way"))
                .isEmpty();
    }

    @Test
    void aRefusalOfTheDatabaseAfterTheObjectIsStoredRemovesIt() {
        way.onceAnswered(() -> backend.database().ageUploads("6 minutes"));

        TestApi.Answer answer = upload(Pictures.png(66, 40));

        assertThat(answer.code()).isEqualTo("upload_too_slow");
        assertThat(objects()).isEmpty();
        assertThat(backend.database().rows("select path from private.objects_under_way"))
                .isEmpty();
    }

    @Test
    void whatIsSetWronglyIsSaidInTheLogAndNotToTheCaller() {
        assertTold(Map.of("S3_SECRET_ACCESS_KEY", "wrong-secret"), "S3_SECRET_ACCESS_KEY does not belong");
        assertTold(Map.of("S3_ACCESS_KEY_ID", "AKIANOBODY"), "S3_ACCESS_KEY_ID is not known");
        assertTold(Map.of("S3_BUCKET", "no-such-bucket"), "There is no bucket of the name in S3_BUCKET");
    }

    @Test
    void aBucketThatCannotBeReachedIsBusyAndReadingSaysSoToo() {
        String path = upload(Pictures.png(67, 40)).ok().path("path").asText();
        way.down();

        assertThat(upload(Pictures.png(68, 40)).code()).isEqualTo("busy");
        assertThat(backend.service()
                        .get("/storage/v1/object/authenticated/scraped-images/" + path)
                        .text())
                .contains("busy");
    }

    private void assertTold(Map<String, String> different, String words) {
        backend.close();
        backend = backend(different);
        TestApi.Answer answer = upload(Pictures.png(69, 40));
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("storage_refused");
        assertThat(answer.header("Retry-After")).isEqualTo("60");
        assertThat(answer.json().path("error").asText())
                .isEqualTo("The storage does not accept this workspace's settings. Nothing was kept. "
                        + "Whoever runs the workspace finds in its log what to set right.");
        assertThat(logged()).contains(words).doesNotContain("wrong-secret", "AKIANOBODY", S3Server.SECRET_KEY);
    }

    private String logged() {
        return events.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }

    private TestApi.Answer upload(byte[] picture) {
        return backend.service().upload("a b.png", "image/png", picture, Map.of());
    }

    private void respondTo(String image) {
        backend.service()
                .post(
                        "/functions/v1/rft-responses",
                        TestApi.json(Map.of("user_id", "p", "prompt", "q", "response_text", "a", "image_id", image)))
                .ok();
    }

    private TestBackend backend(Map<String, String> different) {
        Path workspace = TestBackend.emptyWorkspace();
        settings(workspace, different);
        return TestBackend.on(workspace, BackendOptions.defaults());
    }

    private void settings(Path workspace, Map<String, String> different) {
        Map<String, String> settings = new HashMap<>(S3Server.environment(way.url()));
        settings.putAll(different);
        try {
            PrivateFiles.write(workspace.resolve("s3.json"), TestApi.json(settings));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // Those of this test: the server is shared.
    private List<String> objects() {
        return S3.objects().stream().filter(name -> !before.contains(name)).toList();
    }
}
