package dev.rewarddesk.collect.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.collect.inspect.ImageFormat;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What images have to be to be taken, and what goes with those that are. */
final class ImageRulesTest {

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
    }

    @AfterEach
    void stop() {
        site.close();
        owner.close();
        backend.close();
    }

    @Test
    void otherFormatsThanAskedForAreRefused() throws Exception {
        site.page("/", "<img src=/a.png><img src=/b.png>")
                .image("/a.png", Pictures.png(1))
                .image("/b.png", Pictures.jpeg(2));

        CollectReport report = run(rules(EnumSet.of(ImageFormat.JPEG), 0, false));

        assertThat(report.refused()).containsExactlyEntriesOf(Map.of("other_format", 1L));
        assertThat(Workspace.sources(backend)).containsExactly(site.url("/b.png"));
    }

    @Test
    void imagesOfLessQualityThanAskedForAreRefused() throws Exception {
        site.page("/", "<img src=/small.png><img src=/large.png>")
                .image("/small.png", Pictures.encoded(1, 30, 20, "png"))
                .image("/large.png", Pictures.encoded(2, 1200, 900, "png"));

        CollectReport report = run(rules(ImageRules.USUAL.formats(), 0.7, false));

        assertThat(report.refused()).containsExactlyEntriesOf(Map.of("low_quality", 1L));
        assertThat(Workspace.sources(backend)).containsExactly(site.url("/large.png"));
    }

    @Test
    void whatWasMeasuredGoesWithAnImage() throws Exception {
        site.page("/", "<img src=/a.png>").image("/a.png", Pictures.png(1));

        run(ImageRules.USUAL);

        JsonNode image = Workspace.images(backend).getFirst();
        assertThat(image.path("quality_score").asDouble()).isBetween(0.2, 1.0);
        for (String part : List.of("resolution", "sharpness", "exposure", "contrast", "compression")) {
            assertThat(image.at("/metadata/quality/" + part).asDouble(-1)).isBetween(0.0, 1.0);
        }
        assertThat(image.at("/metadata/perceptual_hash").asText()).matches("dct144:[0-9a-f]{36}");
        assertThat(image.at("/metadata/attribution").has("removed")).isFalse();
    }

    @Test
    void placesAndPeopleAreCutOutUnlessTheyAreToBeKept() throws Exception {
        byte[] telling = telling(Pictures.jpeg(1));
        site.page("/", "<img src=/a.jpg>").image("/a.jpg", telling);

        run(ImageRules.USUAL);

        JsonNode clean = Workspace.images(backend).getFirst();
        assertThat(clean.path("sha256").asText())
                .isEqualTo(ByteString.of(Pictures.jpeg(1)).sha256().hex());
        assertThat(clean.at("/metadata/attribution/removed/0").asText()).isEqualTo("comment");
        assertThat(clean.at("/metadata/attribution/original_sha256").asText())
                .isEqualTo(ByteString.of(telling).sha256().hex());

        run(new ImageRules(1, 1, ImageRules.USUAL.formats(), 0, true, ImageRules.Near.KEEP, 24));

        assertThat(Workspace.images(backend))
                .extracting(image -> image.path("sha256").asText())
                .contains(ByteString.of(telling).sha256().hex());
    }

    private static ImageRules rules(Set<ImageFormat> formats, double quality, boolean keepMetadata) {
        return new ImageRules(1, 1, formats, quality, keepMetadata, ImageRules.Near.HOLD, 24);
    }

    private CollectReport run(ImageRules rules) throws InterruptedException {
        return Collecting.run(service, Collecting.settings(site.url("/")).taking(rules));
    }

    // With a comment after its first segment.
    private static byte[] telling(byte[] jpeg) {
        byte[] words = "taken at 52.52 N by Jane Doe".getBytes(StandardCharsets.US_ASCII);
        return new Buffer()
                .write(Arrays.copyOf(jpeg, 20))
                .writeShort(0xfffe)
                .writeShort(words.length + 2)
                .write(words)
                .write(Arrays.copyOfRange(jpeg, 20, jpeg.length))
                .readByteArray();
    }
}
