package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.image.PixelArea;
import dev.rewarddesk.desktop.image.Pixels;
import dev.rewarddesk.desktop.image.Viewpoint;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;

/**
 * The pixels in view, each as a square with sharp edges. An {@code ImageView} cannot do that: JavaFX takes note of its
 * {@code smooth} and smooths all the same.
 */
final class CrispLayer extends Canvas {

    /** From this zoom on, pixels are to be seen as what they are. */
    static final double FROM_ZOOM = 2;

    CrispLayer() {
        setMouseTransparent(true);
    }

    /**
     * Draws what is in view.
     *
     * @param pixels unreduced pixels
     * @param area the part of the picture that the pixels are
     */
    void draw(Viewpoint viewpoint, Pixels pixels, PixelArea area) {
        setWidth(viewpoint.view().width());
        setHeight(viewpoint.view().height());
        PixelArea visible = viewpoint.visible(0);
        Pixels cut = pixels.cut(
                new PixelArea(visible.x() - area.x(), visible.y() - area.y(), visible.width(), visible.height()));
        WritableImage image = PictureLayer.imageOf(cut);
        GraphicsContext pen = getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        pen.setImageSmoothing(false);
        double scale = viewpoint.scale();
        pen.drawImage(
                image,
                viewpoint.x() + visible.x() * scale,
                viewpoint.y() + visible.y() * scale,
                visible.width() * scale,
                visible.height() * scale);
        setVisible(true);
    }

    /** Draws nothing and needs no memory. */
    void clear() {
        setVisible(false);
        setWidth(0);
        setHeight(0);
    }
}
