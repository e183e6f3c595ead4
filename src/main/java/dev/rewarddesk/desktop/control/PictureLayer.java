package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.image.PixelArea;
import dev.rewarddesk.desktop.image.Pixels;
import dev.rewarddesk.desktop.image.Viewpoint;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/** Pixels of one part of a picture, drawn where a viewpoint puts them. */
public final class PictureLayer extends ImageView {

    private @Nullable Pixels drawn;

    PictureLayer() {
        setMouseTransparent(true);
    }

    /** Draws the pixels over the area of the picture that they show. */
    void draw(Viewpoint viewpoint, Pixels pixels, PixelArea area) {
        if (pixels != drawn) {
            drawn = pixels;
            setImage(imageOf(pixels));
        }
        double scale = viewpoint.scale();
        setX(onScreenPixel(viewpoint.x(), viewpoint.unit()) + area.x() * scale);
        setY(onScreenPixel(viewpoint.y(), viewpoint.unit()) + area.y() * scale);
        setFitWidth(length(pixels.width(), area.width() * scale, viewpoint.unit()));
        setFitHeight(length(pixels.height(), area.height() * scale, viewpoint.unit()));
        setVisible(true);
    }

    /** Draws nothing and lets go of the pixels. */
    void clear() {
        drawn = null;
        setImage(null);
        setVisible(false);
    }

    /** The pixels as an image, without a copy of them. */
    public static WritableImage imageOf(Pixels pixels) {
        return new WritableImage(new PixelBuffer<>(
                pixels.width(), pixels.height(), pixels.buffer(), PixelFormat.getIntArgbPreInstance()));
    }

    // Pixels that are meant for the screen's are drawn as they are, which is sharper and takes a fraction of the time.
    private static double length(int pixels, double asked, double unit) {
        return Math.abs(pixels * unit - asked) < unit ? pixels * unit : asked;
    }

    // Between two pixels of the screen, a picture at 1:1 would be blurred.
    private static double onScreenPixel(double at, double unit) {
        return Math.round(at / unit) * unit;
    }
}
