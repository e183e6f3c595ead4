package dev.rewarddesk.desktop.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.rewarddesk.desktop.image.UnreadablePictureException.Reason;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An encoded picture whose header was read and found acceptable. Its pixels are decoded when asked for, in the size that is
 * needed; lengths and areas are of the picture as seen, turned as its EXIF data say. Safe for use by several threads;
 * decoding blocks.
 */
public final class Picture {

    /** More pixels are refused, from the header, before anything is decoded. */
    public static final long MAX_PIXELS = 1L << 28;

    /** Decoding holds at most so many pixels at a time; beyond, pixels are left out before averaging. */
    static final long WORKING_PIXELS = Math.min(24_000_000, Runtime.getRuntime().maxMemory() / 64);

    // A row of a picture is in memory as a whole.
    private static final int MAX_SIDE = 65_535;

    // A progressive JPEG's coefficients (6 bytes a pixel) and a lossy WebP's blocks (about 16) stay in memory as a
    // whole.
    private static final long MAX_PROGRESSIVE_PIXELS = 64_000_000;
    private static final long MAX_LOSSY_WEBP_PIXELS =
            Math.min(40_000_000, Runtime.getRuntime().maxMemory() / 48);
    private static final long MAX_LOSSLESS_WEBP_PIXELS =
            Math.min(MAX_PIXELS, Runtime.getRuntime().maxMemory() / 32);

    // An animation is drawn on its whole canvas, and kept frame by frame in the size that is needed.
    private static final long MAX_CANVAS_PIXELS = 4_000_000;
    private static final int MAX_FRAMES = 500;
    private static final long MAX_KEPT_PIXELS = 12_000_000;
    private static final long MAX_DRAWN_PIXELS = 400_000_000;

    private final PictureFormat format;
    private final byte[] bytes;
    private final Orientation orientation;
    private final int storedWidth;
    private final int storedHeight;
    private final boolean streams;
    private final boolean progressive;
    private final @Nullable Gif gif;

    private Picture(
            PictureFormat format, byte[] bytes, Marks marks, @Nullable Gif gif, int storedWidth, int storedHeight) {
        this.format = format;
        this.bytes = bytes;
        this.orientation = marks.orientation();
        this.streams = marks.threeColours();
        this.progressive = marks.progressive();
        this.gif = gif;
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
            Gif gif = format == PictureFormat.GIF ? Gif.of(bytes) : null;
            boolean onCanvas = gif != null && gif.fitsIn(MAX_CANVAS_PIXELS) && (gif.isAnimated() || gif.beginsInPart());
            int width = gif != null && onCanvas ? gif.width() : reader.getWidth(0);
            int height = gif != null && onCanvas ? gif.height() : reader.getHeight(0);
            check(width, height, marks);
            return new Picture(format, bytes, marks, onCanvas || isMoving(gif) ? gif : null, width, height);
        });
    }

    private static void check(int width, int height, Marks marks) throws UnreadablePictureException {
        if (marks.cutOff()) {
            throw new UnreadablePictureException(Reason.DAMAGED, "It is shorter than it says", null);
        }
        if (width < 1 || height < 1) {
            throw new UnreadablePictureException(Reason.DAMAGED, "A size of " + width + " x " + height, null);
        }
        long pixels = Math.max((long) width * height, marks.framePixels());
        long limit =
                marks.mostPixels(MAX_PIXELS, MAX_PROGRESSIVE_PIXELS, MAX_LOSSY_WEBP_PIXELS, MAX_LOSSLESS_WEBP_PIXELS);
        if (pixels > limit || Math.max(width, height) > MAX_SIDE) {
            throw new UnreadablePictureException(
                    Reason.TOO_LARGE, width + " x " + height + ", more than " + limit + " pixels", null);
        }
    }

    private static boolean isMoving(@Nullable Gif gif) {
        return gif != null && gif.isAnimated();
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
        return withReader(format, bytes, reader -> {
            if (gif != null && gif.fitsIn(MAX_CANVAS_PIXELS)) {
                BufferedImage canvas = new GifCanvas(gif, reader).next();
                return Pixels.averaged(
                        canvas.getSubimage(stored.x(), stored.y(), stored.width(), stored.height()), reduction);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(stored.x(), stored.y(), stored.width(), stored.height()));
            if (streams) {
                return streamed(reader, param, stored, reduction).upright(orientation);
            }
            int leftOut = leftOut(stored, reduction);
            param.setSourceSubsampling(leftOut, leftOut, 0, 0);
            BufferedImage image = readWhole(reader, param);
            return Pixels.averaged(image, reduction / leftOut).upright(orientation);
        });
    }

    /**
     * How the picture moves; decodes all of its frames where it does.
     *
     * @param reduction a power of two: the frames are so many times smaller both ways
     */
    Motion motion(int reduction) throws UnreadablePictureException {
        Gif moving = gif;
        if (moving == null || !moving.isAnimated()) {
            return new Motion.Still();
        }
        int count = moving.frames().size();
        if (!moving.fitsIn(MAX_CANVAS_PIXELS)
                || count > MAX_FRAMES
                || reducedPixels(area(), reduction) * count > MAX_KEPT_PIXELS
                || area().pixels() * count > MAX_DRAWN_PIXELS) {
            return new Motion.TooMuch();
        }
        return withReader(format, bytes, reader -> {
            GifCanvas canvas = new GifCanvas(moving, reader);
            List<Motion.Frame> frames = new ArrayList<>();
            for (Gif.Frame frame : moving.frames()) {
                frames.add(new Motion.Frame(Pixels.averaged(canvas.next(), reduction), frame.shown()));
            }
            return new Motion.Moving(frames);
        });
    }

    /** How many bytes are kept of it. */
    int encodedBytes() {
        return bytes.length;
    }

    /** The smallest reduction, a power of two, at which the area has no more than so many pixels. */
    public static int reductionFor(PixelArea area, long pixels) {
        int reduction = 1;
        while (reducedPixels(area, reduction) > pixels) {
            reduction *= 2;
        }
        return reduction;
    }

    private Pixels streamed(ImageReader reader, ImageReadParam param, PixelArea area, int reduction)
            throws IOException, UnreadablePictureException {
        Pixels pixels = Pixels.blank(Math.ceilDiv(area.width(), reduction), Math.ceilDiv(area.height(), reduction));
        BufferedImage into = Streamed.into(
                area.width(), area.height(), reduction, pixels.buffer().array());
        param.setDestination(into);
        readWhole(reader, param);
        if (!Streamed.isWhole(into)) {
            throw new UnreadablePictureException(Reason.DAMAGED, "There are rows missing", null);
        }
        return pixels;
    }

    // A JPEG that is cut off is decoded all the same, with a warning: grey from there on or, where it comes in several
    // passes,
    // without the last of them. The mark at the end alone may be missing.
    private BufferedImage readWhole(ImageReader reader, ImageReadParam param)
            throws IOException, UnreadablePictureException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(0, param);
        if (warnings.stream()
                .anyMatch(text -> text.contains("premature end") || (progressive && text.contains("Missing EOI")))) {
            throw new UnreadablePictureException(Reason.DAMAGED, "It ends too early: " + warnings, null);
        }
        return image;
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
