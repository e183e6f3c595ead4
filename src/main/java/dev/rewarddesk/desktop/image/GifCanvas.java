package dev.rewarddesk.desktop.image;

import dev.rewarddesk.desktop.image.Gif.Frame;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** Draws the frames of a GIF one over the other, each disposed of as the file says. */
final class GifCanvas {

    private final Gif gif;
    private final ImageReader reader;
    private final BufferedImage canvas;
    private @Nullable BufferedImage before;
    private int next;

    /** @param gif one whose canvas and frames fit into memory several times */
    GifCanvas(Gif gif, ImageReader reader) {
        this.gif = gif;
        this.reader = reader;
        this.canvas = new BufferedImage(gif.width(), gif.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    }

    /** The canvas with the next frame on it, valid until it is asked for again. */
    BufferedImage next() throws IOException {
        if (next > 0) {
            dispose(gif.frames().get(next - 1));
        }
        Frame frame = gif.frames().get(next);
        if (frame.disposal() == Gif.Disposal.UNDONE) {
            before = copy();
        }
        BufferedImage image = reader.read(next);
        draw(pen -> pen.drawImage(image, frame.x(), frame.y(), null));
        next++;
        return canvas;
    }

    private void dispose(Frame frame) {
        switch (frame.disposal()) {
            case STAYS -> {}
            case CLEARED ->
                draw(pen -> {
                    pen.setComposite(AlphaComposite.Clear);
                    pen.fillRect(frame.x(), frame.y(), frame.width(), frame.height());
                });
            case UNDONE ->
                draw(pen -> {
                    pen.setComposite(AlphaComposite.Src);
                    pen.drawImage(Objects.requireNonNull(before), 0, 0, null);
                });
        }
    }

    private BufferedImage copy() {
        BufferedImage copy = new BufferedImage(gif.width(), gif.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = copy.createGraphics();
        pen.drawImage(canvas, 0, 0, null);
        pen.dispose();
        return copy;
    }

    private void draw(Consumer<Graphics2D> drawing) {
        Graphics2D pen = canvas.createGraphics();
        drawing.accept(pen);
        pen.dispose();
    }
}
