package dev.rewarddesk.desktop.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.rewarddesk.desktop.image.UnreadablePictureException.Reason;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * An encoded picture whose header was read and found acceptable. Its pixels are decoded when asked for, in the size that is
 * needed; lengths and areas are of the picture as seen, turned as its EXIF data say. Safe for use by several threads;
 * decoding blocks.
 */
public final class Picture {

    /** More pixels are refused, from the header, before anything is decoded. */
    public static final long MAX_PIXELS = 1L << 28;

    /** Decoding holds at most so many pixels at a time; beyond, pixels are left out before averaging. */
    static final long WORKING_PIXELS = 24_000_000;

    // A progressive JPEG's coefficients (6 bytes a pixel) and a lossy WebP's blocks (about 16) stay in memory as a
    // whole.
    private static final long MAX_PROGRESSIVE_PIXELS = 64_000_000;
    private static final long MAX_LOSSY_WEBP_PIXELS = 40_000_000;

    private final PictureFormat format;
    private final byte[] bytes;
    private final Orientation orientation;
    private final int storedWidth;
    private final int storedHeight;

    private Picture(PictureFormat format, byte[] bytes, Orientation orientation, int storedWidth, int storedHeight) {
        this.format = format;
        this.bytes = bytes;
        this.orientation = orientation;
        this.storedWidth = storedWidth;
        this.storedHeight = storedHeight;
    }

    /** Reads the header only. The array is kept, not copied. */
    public static Picture of(byte[] bytes) throws UnreadablePictureException {
        PictureFormat format = PictureFormat.of(bytes)
                .orElseThrow(() ->
                        new UnreadablePictureException(Reason.NOT_A_PICTURE, "Neither JPEG, PNG, WebP nor GIF", null));
        Marks marks = Marks.of(format, bytes);
        return withReader(format, bytes, reader -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1) {
                throw new UnreadablePictureException(Reason.DAMAGED, "A size of " + width + " x " + height, null);
            }
            long pixels = Math.max((long) width * height, marks.framePixels());
            long limit = marks.progressive()
                    ? MAX_PROGRESSIVE_PIXELS
                    : marks.lossyWebp() ? MAX_LOSSY_WEBP_PIXELS : MAX_PIXELS;
            if (pixels > limit) {
                throw new UnreadablePictureException(Reason.TOO_LARGE, pixels + " pixels, more than " + limit, null);
            }
            return new Picture(format, bytes, marks.orientation(), width, height);
        });
    }

    /** In pixels, as seen. */
    public int width() {
        return orientation.sideways() ? storedHeight : storedWidth;
    }

    /** In pixels, as seen. */
    public int height() {
        return orientation.sideways() ? storedWidth : storedHeight;
    }

    /** The whole picture. */
    public PixelArea area() {
        return new PixelArea(0, 0, width(), height());
    }

    /**
     * Decodes an area.
     *
     * @param reduction a power of two: the result is so many times smaller both ways, smoothly
     */
    public Pixels read(PixelArea area, int reduction) throws UnreadablePictureException {
        if (Integer.bitCount(reduction) != 1 || !area().contains(area)) {
            throw new IllegalArgumentException(area + " at 1/" + reduction + " of " + area());
        }
        PixelArea stored = orientation.stored(area, storedWidth, storedHeight);
        int leftOut = leftOut(stored, reduction);
        return withReader(format, bytes, reader -> {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(stored.x(), stored.y(), stored.width(), stored.height()));
            param.setSourceSubsampling(leftOut, leftOut, 0, 0);
            BufferedImage image = reader.read(0, param);
            return Pixels.averaged(image, reduction / leftOut).upright(orientation);
        });
    }

    /** The smallest reduction, a power of two, at which the area has no more than so many pixels. */
    public static int reductionFor(PixelArea area, long pixels) {
        int reduction = 1;
        while (reducedPixels(area, reduction) > pixels) {
            reduction *= 2;
        }
        return reduction;
    }

    private static int leftOut(PixelArea stored, int reduction) {
        return Math.min(reduction, reductionFor(stored, WORKING_PIXELS));
    }

    private static long reducedPixels(PixelArea area, int reduction) {
        return (long) Math.ceilDiv(area.width(), reduction) * Math.ceilDiv(area.height(), reduction);
    }

    // Readers answer hostile bytes with every kind of unchecked exception; all of them mean the same to whoever looks.
    @SuppressWarnings("CatchingUnchecked")
    private static <T> T withReader(PictureFormat format, byte[] bytes, Reading<T> reading)
            throws UnreadablePictureException {
        try (ImageInputStream input = new ByteArrayImageInputStream(bytes)) {
            ImageReader reader = format.newReader();
            try {
                reader.setInput(input, true, true);
                return reading.read(reader);
            } finally {
                reader.dispose();
            }
        } catch (UnreadablePictureException judged) {
            throw judged;
        } catch (OutOfMemoryError full) {
            throw new UnreadablePictureException(Reason.TOO_LARGE, "Not enough memory to decode it", full);
        } catch (IOException | RuntimeException broken) {
            throw new UnreadablePictureException(Reason.DAMAGED, "Cannot be decoded: " + broken, broken);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ImageReader reader) throws IOException, UnreadablePictureException;
    }
}
