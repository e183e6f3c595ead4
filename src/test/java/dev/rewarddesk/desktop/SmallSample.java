package dev.rewarddesk.desktop;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A small folder to import: two images, two answers to each, two checkpoints. */
public final class SmallSample {

    private SmallSample() {}

    /** Draws it. */
    public static void into(Path folder) throws IOException {
        draw(folder.resolve("red.png"), Color.RED);
        draw(folder.resolve("blue.png"), Color.BLUE);
        Files.writeString(folder.resolve("responses.jsonl"), """
                {"image":"red.png","prompt":"Which colour is the square?","response_text":"Red.","model_id":"one"}
                {"image":"red.png","prompt":"Which colour is the square?","response_text":"Green.","model_id":"two"}
                {"image":"blue.png","prompt":"Which colour is the square?","response_text":"Blue.","model_id":"one"}
                {"image":"blue.png","prompt":"Which colour is the square?","response_text":"There is none.","model_id":"two"}
                """);
        Files.writeString(folder.resolve("checkpoints.jsonl"), """
                {"version":"one","storage_key":"weights/one","epoch":1,"avg_reward":0.1,"is_active":true}
                {"version":"two","storage_key":"weights/two","epoch":2,"avg_reward":0.2}
                """);
    }

    private static void draw(Path file, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(80, 60, 160, 120);
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
    }
}
