package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.embedded.TestApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code upload}: images judged by their bytes. */
@OnEveryStore
final class UploadContractTest {

    private final Workspace workspace;

    UploadContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif", "webp, image/webp"})
    void everyAcceptedTypeIsStoredAndGivenBack(String format, String type) throws IOException {
        byte[] picture = Pictures.random(format);

        JsonNode answer = workspace
                .service()
                .upload("a." + format, "application/octet-stream", picture, Map.of("category", "cats"))
                .ok();

        assertThat(answer.path("success").asBoolean()).isTrue();
        assertThat(answer.path("dbStatus").asText()).isEqualTo("success");
        assertThat(answer.path("imageId").asText()).hasSize(36);
        assertThat(answer.path("size").asInt()).isEqualTo(picture.length);
        assertThat(answer.path("contentType").asText())
                .as("by content, not as declared")
                .isEqualTo(type);
        assertThat(answer.path("path").asText()).matches("cats/\\d{13}-a\\." + format);
        String url = answer.path("url").asText();
        assertThat(URI.create(url).getPath())
                .as("known by its path, wherever it is")
                .endsWith("/" + answer.path("path").asText());
        TestApi.Answer fetched = workspace.open(workspace.annotator(), url);
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.bytes()).isEqualTo(picture);
        assertThat(fetched.header("Content-Type")).isEqualTo(type);
    }

    @Test
    void imagesAreListedNewestFirstWithoutResponses() throws IOException {
        String session = "list-" + UUID.randomUUID();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<String, String> fields =
                    Map.of("category", "listed", "metadata", "{\"session_id\": \"" + session + "\"}");
            ids.addFirst(workspace
                    .service()
                    .upload("c.png", "image/png", Pictures.random("png"), fields)
                    .ok()
                    .path("imageId")
                    .asText());
        }

        String query = UPLOAD + "?category=listed&count=bounded&limit=2&session_id=" + session;
        JsonNode first = workspace.annotator().get(query).ok();
        JsonNode second = workspace
                .annotator()
                .get(query + "&cursor=" + first.path("next_cursor").asText())
                .ok();

        List<String> listed = new ArrayList<>();
        first.path("data").forEach(image -> listed.add(image.path("id").asText()));
        second.path("data").forEach(image -> listed.add(image.path("id").asText()));
        assertThat(listed).isEqualTo(ids);
        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(workspace.service().get(UPLOAD + "?count=some").status()).isEqualTo(400);
        assertThat(workspace.signedOut().get(UPLOAD).status()).isEqualTo(401);
    }

    @Test
    void theRestHasDefaults() throws IOException {
        JsonNode answer = workspace
                .service()
                .upload("b.png", "image/png", Pictures.random("png"), Map.of())
                .ok();

        assertThat(answer.path("path").asText()).startsWith("general/");
        assertThat(answer.path("duplicate").asBoolean()).isFalse();
    }

    @Test
    void theSameBytesAgainAreTheSameImage() throws IOException {
        byte[] picture = Pictures.random("png");
        JsonNode first = workspace
                .service()
                .upload("a.png", "image/png", picture, Map.of())
                .ok();

        JsonNode second = workspace
                .lead()
                .upload("other.png", "image/png", picture, Map.of("category", "x"))
                .ok();

        assertThat(second.path("duplicate").asBoolean()).isTrue();
        assertThat(second.path("imageId")).isEqualTo(first.path("imageId"));
        assertThat(second.path("path")).isEqualTo(first.path("path"));
    }

    @Test
    void theSameBytesAtTheSameTimeAreOneImage() throws IOException {
        byte[] picture = Pictures.random("png");

        long images = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> workspace
                        .service()
                        .upload("a.png", "image/png", picture, Map.of())
                        .ok()
                        .path("imageId")
                        .asText())
                .distinct()
                .count();

        assertThat(images).isEqualTo(1);
    }

    @Test
    void whatMetadataKnowsIsLiftedAndTheRestKept() throws IOException {
        String metadata =
                "{\"session_id\": \"s1\", \"source_url\": \"https://example.org/a.png\", \"category\": \"dogs\", "
                        + "\"quality_score\": 0.75, \"camera\": \"x100\", \"nested\": {\"a\": [1]}}";
        JsonNode image = image(Map.of("metadata", metadata, "user_id", "scraper"));

        assertThat(image.path("session_id").asText()).isEqualTo("s1");
        assertThat(image.path("source_url").asText()).isEqualTo("https://example.org/a.png");
        assertThat(image.path("category").asText()).isEqualTo("dogs");
        assertThat(image.path("quality_score").asDouble()).isEqualTo(0.75);
        assertThat(image.path("user_id").asText()).isEqualTo("scraper");
        assertThat(image.path("metadata").toString()).isEqualTo("{\"camera\":\"x100\",\"nested\":{\"a\":[1]}}");
    }

    @Test
    void whatCannotBeLiftedStaysInMetadataAndIsNoError() throws IOException {
        String metadata = "{\"quality_score\": 85, \"session_id\": 7, \"category\": \"a/b\", \"source_url\": null}";
        JsonNode image = image(Map.of("metadata", metadata, "category", "cats"));

        assertThat(image.path("quality_score").isNull()).isTrue();
        assertThat(image.path("category").asText()).isEqualTo("cats");
        assertThat(image.at("/metadata/quality_score").asInt()).isEqualTo(85);
        assertThat(image.at("/metadata/session_id").asInt()).isEqualTo(7);
        assertThat(image.at("/metadata/category").asText()).isEqualTo("a/b");
    }

    @Test
    void anEmptyFieldOfAFormIsAsAbsent() throws IOException {
        JsonNode image = image(Map.of("metadata", "", "category", "", "user_id", "", "fileName", ""));

        assertThat(image.path("category").asText()).isEqualTo("general");
        assertThat(image.path("user_id").asText()).isEqualTo("anonymous");
        assertThat(image.path("file_name").asText()).isEqualTo("part.png");
    }

    @Test
    void aFileWithoutANameHasOne() throws IOException {
        JsonNode answer = workspace
                .service()
                .upload("", "image/png", Pictures.random("png"), Map.of())
                .ok();

        assertThat(answer.path("path").asText()).endsWith("-image");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.png", "a/b.png", "a\\b.png", "..", "a..png", "/etc/passwd"})
    void aFileNameThatIsAPathIsRefused(String name) throws IOException {
        Expect.failure(
                workspace.service().upload("a.png", "image/png", Pictures.random("png"), Map.of("fileName", name)),
                400,
                "invalid_fileName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/b", "a\\b", "..", "."})
    void aCategoryThatIsAPathIsRefused(String category) throws IOException {
        Expect.failure(
                workspace.service().upload("a.png", "image/png", Pictures.random("png"), Map.of("category", category)),
                400,
                "invalid_category");
    }

    @Test
    void aNameInAnyScriptIsKeptAndStoredUnderAPlainOne() throws IOException {
        JsonNode answer = workspace
                .service()
                .upload("part.png", "image/png", Pictures.random("png"), Map.of("fileName", "\u732b \ud83d\ude3a.png"))
                .ok();

        assertThat(answer.path("path").asText()).matches("general/\\d{13}-[A-Za-z0-9._-]+\\.png");
    }

    @Test
    void aLongNameIsCutInThePathAndKeepsItsEnding() throws IOException {
        String name = "x".repeat(250) + ".png";
        JsonNode answer = workspace
                .service()
                .upload("part.png", "image/png", Pictures.random("png"), Map.of("fileName", name))
                .ok();

        assertThat(answer.path("path").asText()).hasSizeLessThan(200).endsWith(".png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "text", "{", "{\"a\": 1e999999}", "{\"a\": \"\\u0000\"}", "null"})
    void metadataThatIsNoJsonObjectIsRefused(String metadata) throws IOException {
        Expect.failure(
                workspace.service().upload("a.png", "image/png", Pictures.random("png"), Map.of("metadata", metadata)),
                400,
                "invalid_metadata");
    }

    @Test
    void textThatIsNotUtf8IsRefusedAndNotGuessedAt() throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--b\r\nContent-Disposition: form-data; name=\"user_id\"\r\n\r\nM\u00fcller\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        form.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(Pictures.random("png"));
        form.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));

        Expect.failure(
                workspace
                        .service()
                        .sendBytes(
                                "POST",
                                UPLOAD,
                                form.toByteArray(),
                                Map.of("Content-Type", "multipart/form-data; boundary=b")),
                400,
                "invalid_user_id");
    }

    @Test
    void badFieldsAreRefusedWithKnownBytesAsWithNewOnes() throws IOException {
        byte[] picture = Pictures.random("png");
        workspace.service().upload("a.png", "image/png", picture, Map.of()).ok();

        Expect.failure(
                workspace.service().upload("a.png", "image/png", picture, Map.of("user_id", "u".repeat(201))),
                400,
                "invalid_user_id");
    }

    @Test
    void whatIsNoImageIsRefusedWhateverItClaims() throws IOException {
        byte[] html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(Pictures.random("png"), 40);
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        byte[] bitmap = Pictures.random("bmp");
        for (byte[] file : new byte[][] {html, cut, svg, bitmap, {}}) {
            TestApi.Answer answer = workspace.service().upload("a.png", "image/png", file, Map.of());
            assertThat(answer.status()).as(answer.text()).isIn(400, 415);
            Expect.envelope(answer);
        }
    }

    @Test
    void aFileAboveTenMebibytesIsRefused() {
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        TestApi.Answer answer = workspace.service().upload("a.png", "image/png", large, Map.of());

        assertThat(answer.status()).isEqualTo(413);
        Expect.envelope(answer);
    }

    @Test
    void aFileOfAlmostTenMebibytesIsTaken() throws IOException {
        byte[] png = Pictures.random("png", 1800, 1800);
        assertThat(png.length).isBetween(9_000_000, 10 * 1024 * 1024);

        assertThat(workspace
                        .service()
                        .upload("a.png", "image/png", png, Map.of())
                        .ok()
                        .path("size")
                        .asInt())
                .isEqualTo(png.length);
    }

    @Test
    void aFormWithoutAFileAndABodyThatIsNoFormAreRefused() {
        byte[] form = "--b\r\nContent-Disposition: form-data; name=\"category\"\r\n\r\ncats\r\n--b--\r\n"
                .getBytes(StandardCharsets.UTF_8);
        TestApi.Answer withoutFile = workspace
                .service()
                .sendBytes("POST", UPLOAD, form, Map.of("Content-Type", "multipart/form-data; boundary=b"));

        Expect.failure(withoutFile, 400, "invalid_file");
        assertThat(workspace.service().post(UPLOAD, "{}").status()).isEqualTo(415);
    }

    @Test
    void anAnnotatorUploadsNothing() throws IOException {
        Expect.failure(
                workspace.annotator().upload("a.png", "image/png", Pictures.random("png"), Map.of()),
                403,
                "not_a_lead");
    }

    @Test
    void aRepeatedUploadGivesTheFirstAnswer() throws IOException {
        byte[] picture = Pictures.random("png");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode first = workspace
                .service()
                .upload("a.png", "image/png", picture, Map.of(), key)
                .ok();

        JsonNode again = workspace
                .service()
                .upload("a.png", "image/png", picture, Map.of(), key)
                .ok();

        assertThat(withoutUrl(again)).isEqualTo(withoutUrl(first));
        // A link is made anew.
        assertThat(workspace.open(workspace.lead(), again.path("url").asText()).bytes())
                .isEqualTo(picture);
        Expect.failure(
                workspace.service().upload("a.png", "image/png", Pictures.random("png"), Map.of(), key),
                409,
                "idempotency_key_reused");
    }

    private static JsonNode withoutUrl(JsonNode answer) {
        return ((ObjectNode) answer.deepCopy()).without("url");
    }

    // The image's row, as a reviewer gets it with a response.
    private JsonNode image(Map<String, String> fields) throws IOException {
        String id = workspace
                .service()
                .upload("part.png", "image/png", Pictures.random("png"), fields)
                .ok()
                .path("imageId")
                .asText();
        String response = workspace.response(Map.of("image_id", id)).path("id").asText();
        TestApi annotator = workspace.newAnnotator();
        while (true) {
            JsonNode items = annotator
                    .post(Workspace.RESPONSES + "/queue/claim", "{\"n\": 50}")
                    .ok()
                    .path("data");
            for (JsonNode item : items) {
                if (item.at("/response/id").asText().equals(response)) {
                    return item.path("image");
                }
                assertThat(item.path("skipped").asBoolean())
                        .as("the whole queue has been looked through")
                        .isFalse();
                // Other tests' items come first; out of the way with them.
                annotator.post(
                        Workspace.RESPONSES + "/queue/skip",
                        "{\"response_id\": %s}".formatted(item.at("/response/id")));
            }
            assertThat(items).isNotEmpty();
        }
    }
}
