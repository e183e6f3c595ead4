package dev.rewarddesk.collect.inspect;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import dev.rewarddesk.collect.fetch.RefusedException;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes pictures within bounds. */
final class Decoder {

    /** Nobody reviews larger ones. */
    private static final long MOST_PIXELS = 100_000_000;

    /** A row is in memory as a whole. */
    private static final int LONGEST_SIDE = 65_535;

    /** Of the pixels of larger pictures some are left out; what is measured is smaller by far. */
    private static final long MOST_KEPT = 6_000_000;

    private static final int PIXEL = 4;

    private static final ColorModel GREY = new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);

    private Decoder() {}

    /** Refuses what takes more to decode than there is. */
    static void check(FileParts parts) throws RefusedException {
        if (parts.framePixels() > MOST_PIXELS
                || parts.framePixels() * parts.memory() > Workbench.MEMORY
                || Math.max(parts.width(), parts.height()) > LONGEST_SIDE) {
            throw new RefusedException(new Refusal(Reason.TOO_MANY_PIXELS, parts.width() + "×" + parts.height()));
        }
    }

    /** How many bytes it takes. */
    static long memory(FileParts parts) {
        return parts.framePixels() * parts.memory() + Math.min(parts.framePixels(), MOST_KEPT) * PIXEL;
    }

    /** The picture, as it is to be seen, in about the size that measuring takes; the first one of an animation. */
    static Plane decode(ImageFormat format, FileParts parts) throws RefusedException {
        return read(format, parts).turned(parts.orientation());
    }

    private static Plane read(ImageFormat format, FileParts parts) throws RefusedException {
        try (ImageInputStream in = new ByteArrayImageInputStream(parts.clean().toByteArray())) {
            ImageReader reader =
                    ImageIO.getImageReadersByFormatName(format.extension()).next();
            try {
                reader.setInput(in, true, true);
                return Luminance.of(image(reader, parts.lightFirst()));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            // Readers of images fail in whatever way the bytes make them.
            throw Broken.because("it cannot be decoded");
        }
    }

    private static BufferedImage image(ImageReader reader, boolean lightFirst) throws IOException, RefusedException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
        ImageReadParam param = reader.getDefaultReadParam();
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        int leftOut = (int) Math.ceil(Math.sqrt((double) pixels / MOST_KEPT));
        param.setSourceSubsampling(leftOut, leftOut, 0, 0);
        BufferedImage image = lightFirst ? light(reader.readRaster(0, param)) : reader.read(0, param);
        // A JPEG whose data are too few is decoded all the same, grey from there on.
        if (warnings.stream().anyMatch(warning -> warning.contains("premature end"))) {
            throw Broken.cutOff();
        }
        return image;
    }

    // Making colours of what is stored, to weigh them afterwards, takes more than twice as long.
    private static BufferedImage light(Raster stored) {
        WritableRaster first = Raster.createWritableRaster(
                stored.getSampleModel().createSubsetSampleModel(new int[] {0}), stored.getDataBuffer(), null);
        return new BufferedImage(GREY, first, false, null);
    }
}
