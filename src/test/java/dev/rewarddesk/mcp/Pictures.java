package dev.rewarddesk.mcp;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A folder as people import it: three images, an answer to each. */
final class Pictures {

    private Pictures() {}

    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            draw(folder.resolve(i + ".png"), i);
            lines.append("""
                    {"image":"%1$d.png","prompt":"What is shown?","response_text":"Square number %1$d.","model_id":"model-%1$d","user_id":"suite"}
                    """.formatted(i));
        }
        Files.writeString(folder.resolve("responses.jsonl"), lines);
        return folder;
    }

    static void draw(Path file, int kind) throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(200, 40 * (kind % 6), 30));
        graphics.fillRect(20 * kind % 200, 10 + 7 * kind % 100, 100, 90);
        graphics.setColor(new Color(20, 90, 37 * kind % 255));
        graphics.fillOval(150, 90, 20 + 11 * kind % 90, 80);
        graphics.dispose();
        ImageIO.write(image, "png", file.toFile());
    }
}
