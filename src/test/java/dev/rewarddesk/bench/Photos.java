package dev.rewarddesk.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A folder of JPEGs that are for a decoder what photos are: soft shapes, edges, light and shadow, and the grain of a sensor. No
 * two alike, the same ones every time.
 */
final class Photos {

    private static final int TILE = 512;
    private static final float QUALITY = 0.85f;

    private final int width;
    private final int height;

    Photos(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Writes so many photos and a {@code responses.jsonl} about them; photos that are there already are kept. */
    void into(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        IntStream.range(0, count).parallel().forEach(number -> {
            Path file = folder.resolve(name(number));
            if (!Files.exists(file)) {
                write(number, file);
            }
        });
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            lines.add("""
                    {"image":"%s","prompt":"What is in the photo? Name what is in front and what is behind it.",\
                    "response_text":"Photo %d: %s","model_id":"bench"}""".formatted(name(number), number, answer(number)));
        }
        Files.write(folder.resolve("responses.jsonl"), lines);
    }

    private String name(int number) {
        return "photo-%dx%d-%05d.jpg".formatted(width, height, number);
    }

    // Answers of some length, as models give them: two to six sentences.
    private static String answer(int number) {
        String[] sentences = {
            "In front there is a meadow in the evening light, with long shadows across it.",
            "Behind it one can make out a row of hills, the last of them hardly darker than the sky.",
            "The sky takes up about a third of the photo and is brighter near the horizon.",
            "There are no people to be seen, and nothing that would tell in which country it was taken.",
            "The photo was taken with a long exposure, which is why the water looks like fog.",
            "To the left there may be a fence, though it is too far away to be sure of that."
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2 + number % 5; i++) {
            text.append(sentences[(number + i) % sentences.length]).append(' ');
        }
        return text.toString().strip();
    }

    private void write(int number, Path file) {
        try {
            Path part = Files.createTempFile(file.getParent(), "photo", ".part");
            encode(draw(number), part);
            Files.move(part, file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void encode(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        Files.delete(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private BufferedImage draw(int number) {
        Random random = new Random(number);
        float[] soft = noise(random, TILE, 16);
        float[] fine = noise(random, TILE, 128);
        byte[] grain = new byte[1 << 16];
        for (int i = 0; i < grain.length; i++) {
            grain[i] = (byte) Math.clamp(random.nextGaussian() * 3, -9, 9);
        }
        int hue = random.nextInt(60);
        double horizon = height * (0.3 + random.nextDouble() * 0.3);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int shift = random.nextInt(TILE);
        for (int y = 0, at = 0; y < height; y++) {
            int row = (y * TILE / height) * TILE;
            int fineRow = (y / 3 + shift & TILE - 1) * TILE;
            float light = 150 - 60f * Math.abs(y - (float) horizon) / height;
            for (int x = 0; x < width; x++, at += 3) {
                float hills = soft[row + x * TILE / width];
                boolean sky = y < horizon + (hills - 0.5f) * height * 0.2f;
                float texture = sky ? hills * 20 : hills * 60 + fine[fineRow + (x / 3 + shift & TILE - 1)] * 50;
                int dust = grain[(x * 31 + y * 17 + (x ^ y) * 7) & 0xffff];
                float value = light + texture - (sky ? 0 : 70) + dust;
                bgr[at] = clamp(value + (sky ? 50 : -hue * 0.5f));
                bgr[at + 1] = clamp(value + (sky ? 15 : hue * 0.6f));
                bgr[at + 2] = clamp(value + (sky ? hue * 0.3f : hue - 20));
            }
        }
        return image;
    }

    private static byte clamp(float value) {
        return (byte) Math.clamp((int) value, 0, 255);
    }

    /** Noise from 0 to 1 without seams: a grid of random values, smoothly joined. */
    private static float[] noise(Random random, int size, int cells) {
        float[] grid = new float[cells * cells];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = random.nextFloat();
        }
        float[] result = new float[size * size];
        float step = (float) cells / size;
        for (int y = 0; y < size; y++) {
            int top = (int) (y * step);
            float down = smooth(y * step - top);
            for (int x = 0; x < size; x++) {
                int left = (int) (x * step);
                float right = smooth(x * step - left);
                int nextX = (left + 1) % cells;
                int nextY = (top + 1) % cells;
                float above = mix(grid[top * cells + left], grid[top * cells + nextX], right);
                float below = mix(grid[nextY * cells + left], grid[nextY * cells + nextX], right);
                result[y * size + x] = mix(above, below, down);
            }
        }
        return result;
    }

    private static float smooth(float t) {
        return t * t * (3 - 2 * t);
    }

    private static float mix(float one, float other, float share) {
        return one + (other - one) * share;
    }
}
