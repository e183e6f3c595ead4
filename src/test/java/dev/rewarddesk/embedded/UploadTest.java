package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Uploads: judged by content, kept once, with row and file or with neither. */
final class UploadTest {

    private final TestBackend backend = TestBackend.shared();

    @Test
    void everyAcceptedTypeIsKnownByItsContentWhateverIsDeclared() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("image/png", Pictures.png(31, 17));
        files.put("image/jpeg", Pictures.jpeg(31, 17));
        files.put("image/gif", Pictures.gif(31, 17));
        files.put("image/webp", Pictures.webp(31, 17));
        files.forEach((type, file) -> {
            JsonNode answer = backend.service()
                    .upload("picture.txt", "text/html", file, Map.of("category", "cats"))
                    .ok();
            assertThat(answer.get("contentType").asText()).isEqualTo(type);
            assertThat(answer.get("size").asLong()).isEqualTo(file.length);
            assertThat(answer.get("dbStatus").asText()).isEqualTo("success");
            assertThat(answer.get("path").asText()).matches("cats/\\d+-picture\\.txt");
            assertThat(answer.get("url").asText()).startsWith(backend.url() + "/storage/v1/object/authenticated/");
            TestApi.Answer back = backend.service()
                    .get("/storage/v1/object/authenticated/scraped-images/"
                            + answer.get("path").asText());
            assertThat(back.bytes()).isEqualTo(file);
            assertThat(back.header("Content-Type")).isEqualTo(type);
            assertThat(back.header("X-Content-Type-Options")).isEqualTo("nosniff");
        });
    }

    @Test
    void theSameBytesAgainAreTheSameImage() throws IOException {
        byte[] file = Pictures.png(20, 20);
        JsonNode first =
                backend.service().upload("a.png", "image/png", file, Map.of()).ok();
        long before = files();

        JsonNode second = backend.service()
                .upload("b.png", "image/png", file, Map.of("category", "other"))
                .ok();

        assertThat(first.get("duplicate").asBoolean()).isFalse();
        assertThat(second.get("duplicate").asBoolean()).isTrue();
        assertThat(second.get("imageId")).isEqualTo(first.get("imageId"));
        assertThat(second.get("path")).isEqualTo(first.get("path"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void theSameBytesAtTheSameTimeAreOneImage() throws IOException {
        byte[] file = Pictures.png(33, 33);
        long before = files();

        List<JsonNode> answers = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> backend.service()
                        .upload(n + ".png", "image/png", file, Map.of())
                        .ok()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers.stream().map(answer -> answer.get("imageId")).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.get("duplicate").asBoolean()))
                .hasSize(1);
        assertThat(files()).isEqualTo(before + 1);
    }

    @Test
    void whatIsNoWholeImageIsRefused() throws IOException {
        long before = files();
        byte[] png = Pictures.png(200, 200);
        byte[] jpeg = Pictures.jpeg(200, 200);
        byte[] gif = Pictures.gif(200, 200);
        byte[] webp = Pictures.webp(200, 200);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing", new byte[0]);
        files.put("text", "hello".getBytes(StandardCharsets.UTF_8));
        files.put("a page", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        files.put("a vector graphic", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
        files.put("half a PNG", Arrays.copyOf(png, png.length / 2));
        files.put("half a JPEG", Arrays.copyOf(jpeg, jpeg.length / 2));
        files.put("half a GIF", Arrays.copyOf(gif, gif.length - 1));
        files.put("half a WebP", Arrays.copyOf(webp, webp.length / 2));
        files.put("the signature of a PNG", Arrays.copyOf(png, 8));
        files.put("the header of a PNG alone", Arrays.copyOf(png, 33));
        files.put("a PNG of 2 billion pixels", pngHeader(60_000, 60_000));
        files.put("a PNG without width", pngHeader(0, 10));
        files.put("a PNG of negative size", pngHeader(-1, -1));
        files.forEach((what, file) -> {
            TestApi.Answer answer = backend.service().upload("a.png", "image/png", file, Map.of());
            assertThat(answer.status()).as(what).isEqualTo(415);
            assertThat(answer.code()).as(what).isEqualTo("not_an_image");
        });
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void filesAboveTenMebibytesAreRefused() {
        byte[] picture = Pictures.png(20, 20);
        byte[] large = Arrays.copyOf(picture, 10 * 1024 * 1024 + 1);
        byte[] largest = Arrays.copyOf(picture, 10 * 1024 * 1024);

        assertThat(backend.service()
                        .upload("a.png", "image/png", large, Map.of())
                        .status())
                .isEqualTo(413);
        assertThat(backend.service()
                        .upload("a.png", "image/png", largest, Map.of())
                        .status())
                .isEqualTo(200);
        TestApi.Answer huge = backend.service().upload("a.png", "image/png", new byte[20 * 1024 * 1024], Map.of());
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.json().get("success").asBoolean(true)).isFalse();
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws IOException {
        long before = files();
        for (String name : new String[] {"../x.png", "a/b.png", "a\\\\b.png", "..", "a..b"}) {
            TestApi.Answer answer =
                    backend.service().upload("a.png", "image/png", Pictures.png(9, 9), Map.of("fileName", name));
            assertThat(answer.status()).as(name).isEqualTo(400);
        }
        assertThat(backend.service()
                        .upload("a.png", "image/png", Pictures.png(9, 9), Map.of("category", "../../etc"))
                        .status())
                .isEqualTo(400);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFormWithoutAFileOrThatIsNoneIsRefused() {
        byte[] other = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n--b--\r\n"
                .getBytes(StandardCharsets.UTF_8);
        Map<String, String> form = Map.of("Content-Type", "multipart/form-data; boundary=b");

        assertThat(backend.service()
                        .sendBytes("POST", "/functions/v1/upload", other, form)
                        .code())
                .isEqualTo("invalid_file");
        for (String body :
                new String[] {"", "x", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"}) {
            TestApi.Answer answer = backend.service()
                    .sendBytes("POST", "/functions/v1/upload", body.getBytes(StandardCharsets.UTF_8), form);
            assertThat(answer.status()).as(body).isEqualTo(400);
        }
        assertThat(backend.service()
                        .sendBytes("POST", "/functions/v1/upload", other, Map.of("Content-Type", "multipart/form-data"))
                        .status())
                .isEqualTo(400);
        assertThat(backend.service().post("/functions/v1/upload", "{}").status())
                .isEqualTo(415);
        assertThat(backend.service()
                        .upload("a.png", "image/png", Pictures.png(9, 9), Map.of("metadata", "[1]"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anAnnotatorUploadsNothing() throws IOException {
        long before = files();

        TestApi.Answer answer = backend.annotator("ann").upload("a.png", "image/png", Pictures.png(12, 12), Map.of());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aRepeatedUploadWithTheSameKeyIsAnsweredTheSame() {
        byte[] file = Pictures.png(14, 14);
        Map<String, String> key = Map.of("Idempotency-Key", "upload " + System.nanoTime());

        String first = backend.service()
                .upload("a.png", "image/png", file, Map.of(), key)
                .text();
        String again = backend.service()
                .upload("a.png", "image/png", file, Map.of(), key)
                .text();
        TestApi.Answer other = backend.service().upload("a.png", "image/png", Pictures.png(15, 15), Map.of(), key);

        assertThat(again).isEqualTo(first);
        assertThat(other.status()).isEqualTo(409);
    }

    private long files() throws IOException {
        Path folder = backend.workspace().resolve("files");
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(png, header);
        chunk(png, "IEND".getBytes(StandardCharsets.US_ASCII));
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, byte[] typeAndData) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(typeAndData);
        png.write(ByteBuffer.allocate(4).putInt(typeAndData.length - 4).array());
        png.write(typeAndData);
        png.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
