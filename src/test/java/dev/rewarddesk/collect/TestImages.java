package dev.rewarddesk.collect;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Folders to import. */
public final class TestImages {

    private TestImages() {}

    /** Writes that many images, each with that many answers, and a {@code responses.jsonl} that names them. */
    public static void folder(Path folder, int images, int answersEach) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            String name = "image-" + i + ".png";
            BufferedImage image = new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB);
            image.setRGB(i % 16, i / 16 % 12, 0xFFFFFF - i);
            ImageIO.write(image, "png", folder.resolve(name).toFile());
            for (int j = 0; j < answersEach; j++) {
                lines.add(String.format(
                        Locale.ROOT,
                        "{\"image\":\"%s\",\"prompt\":\"What is it?\",\"response_text\":\"answer %d of image %d\","
                                + "\"model_id\":\"model-%d\",\"metadata\":{\"category\":\"test\"}}",
                        name,
                        j,
                        i,
                        j % 2));
            }
        }
        Files.write(folder.resolve("responses.jsonl"), lines);
    }
}
