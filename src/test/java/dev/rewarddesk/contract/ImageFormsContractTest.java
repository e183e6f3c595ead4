package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.RESPONSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the files that an upload takes say what they are. */
@OnEveryStore
final class ImageFormsContractTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 25;

    private final Workspace workspace;
    private final Random random = new Random();

    ImageFormsContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @Test
    void everyFormSaysItsTypeAndSize() throws IOException {
        byte[] jpeg = Pictures.random("jpg", WIDTH, HEIGHT);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("png", Pictures.random("png", WIDTH, HEIGHT));
        files.put("png interlaced", written("png", null, true));
        files.put("png with more after its end", padded(Pictures.random("png", WIDTH, HEIGHT)));
        files.put("jpeg", jpeg);
        files.put("jpeg progressive", written("jpg", null, true));
        files.put("jpeg with another picture's header inside", withSegment(0xE1, new byte[] {
            'E', 'x', 'i', 'f', 0, 0, (byte) 0xFF, (byte) 0xC0, 0, 17, 8, 0, 1, 0, 1
        }));
        files.put("jpeg with an empty comment", withSegment(0xFE, new byte[0]));
        files.put("jpeg with more after its end", padded(Pictures.random("jpg", WIDTH, HEIGHT)));
        files.put("gif", Pictures.random("gif", WIDTH, HEIGHT));
        files.put("gif with a comment", gif(WIDTH, HEIGHT, new byte[] {0x21, (byte) 0xFE, 2, 'h', 'i', 0}));
        files.put("gif on a larger screen", gif(500, 500, new byte[0]));
        files.put("webp", written("webp", "Lossy", false));
        files.put("webp lossless", written("webp", "Lossless", false));
        files.put("webp extended", extended(written("webp", "Lossy", false)));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            JsonNode image = uploaded(file.getValue());
            assertThat(image.path("content_type").asText())
                    .as(file.getKey())
                    .isEqualTo("image/" + file.getKey().split(" ", 2)[0]);
            assertThat(image.path("width").asInt()).as(file.getKey()).isEqualTo(WIDTH);
            assertThat(image.path("height").asInt()).as(file.getKey()).isEqualTo(HEIGHT);
        }
    }

    @Test
    void whatSaysNoSizeOrIsCutOffIsNoImage() throws IOException {
        byte[] png = Pictures.random("png", WIDTH, HEIGHT);
        byte[] webp = written("webp", "Lossy", false);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a jpeg of its markers alone", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9, 0, 0});
        files.put("half a jpeg", Arrays.copyOf(Pictures.random("jpg", WIDTH, HEIGHT), 300));
        files.put("half a png", Arrays.copyOf(png, png.length / 2));
        files.put(
                "a png that begins with its data",
                new String(png, StandardCharsets.ISO_8859_1)
                        .replace("IHDR", "IDAT")
                        .getBytes(StandardCharsets.ISO_8859_1));
        files.put("a png of two billion pixels", pngOf(60_000, 60_000));
        files.put("a png without width", pngOf(0, 10));
        files.put("a png of negative size", pngOf(-1, -1));
        files.put("a gif without a picture", "GIF89a\1\0\1\0\0\0\0;".getBytes(StandardCharsets.ISO_8859_1));
        files.put("half a webp", Arrays.copyOf(webp, webp.length / 2));
        files.put(
                "a webp of something else",
                new String(webp, StandardCharsets.ISO_8859_1)
                        .replace("VP8 ", "ABCD")
                        .getBytes(StandardCharsets.ISO_8859_1));
        files.forEach((what, file) ->
                Expect.failure(workspace.service().upload(what, "image/png", file, Map.of()), 415, "not_an_image"));
    }

    private JsonNode uploaded(byte[] file) {
        String image = workspace
                .service()
                .upload("a", "text/plain", file, Map.of())
                .ok()
                .path("imageId")
                .asText();
        String response =
                workspace.response(Map.of("image_id", image)).path("id").asText();
        TestApi.Answer answer = workspace.lead().get(RESPONSES + "?details=true&id=" + response);
        return answer.ok().at("/data/0/image");
    }

    private byte[] written(String format, @Nullable String compression, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (progressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            } else {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionType(compression);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(noise(), null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private BufferedImage noise() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private static byte[] padded(byte[] file) {
        return Arrays.copyOf(file, file.length + 5);
    }

    private static byte[] withSegment(int marker, byte[] content) throws IOException {
        byte[] jpeg = Pictures.random("jpg", WIDTH, HEIGHT);
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    // The writer's own file with another screen, and with something between its colours and its picture.
    private static byte[] gif(int screenWidth, int screenHeight, byte[] between) throws IOException {
        byte[] gif = Pictures.random("gif", WIDTH, HEIGHT);
        int colours = 13 + (3 << ((gif[10] & 7) + 1));
        ByteBuffer changed = ByteBuffer.allocate(gif.length + between.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(gif, 0, colours)
                .put(between)
                .put(gif, colours, gif.length - colours);
        return changed.putShort(6, (short) screenWidth)
                .putShort(8, (short) screenHeight)
                .array();
    }

    private static byte[] extended(byte[] webp) {
        ByteBuffer file = ByteBuffer.allocate(webp.length + 18).order(ByteOrder.LITTLE_ENDIAN);
        file.put(webp, 0, 12).put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10);
        file.putInt(0);
        file.put((byte) (WIDTH - 1)).putShort((short) 0);
        file.put((byte) (HEIGHT - 1)).putShort((short) 0);
        file.put(webp, 12, webp.length - 12);
        return file.putInt(4, webp.length + 10).array();
    }

    private static byte[] pngOf(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.writeBytes(chunk(ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array()));
        png.writeBytes(chunk("IEND".getBytes(StandardCharsets.US_ASCII)));
        return png.toByteArray();
    }

    private static byte[] chunk(byte[] typeAndData) {
        CRC32 sum = new CRC32();
        sum.update(typeAndData);
        return ByteBuffer.allocate(typeAndData.length + 8)
                .putInt(typeAndData.length - 4)
                .put(typeAndData)
                .putInt((int) sum.getValue())
                .array();
    }
}
