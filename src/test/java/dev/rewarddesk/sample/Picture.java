package dev.rewarddesk.sample;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import java.awt.image.BufferedImage;

/**
 * One picture of the sample workspace.
 *
 * @param file the file name; its ending chooses the format
 * @param width in pixels
 * @param height in pixels
 * @param units how many drawing units the scene is wide
 * @param scene what is drawn
 */
public record Picture(String file, int width, int height, double units, Drawing scene) {

    /** Draws the picture. */
    public BufferedImage drawn() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Canvas.paint(image, units, scene);
        return image;
    }
}
