package dev.rewarddesk.collect.inspect;

import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import dev.rewarddesk.collect.fetch.RefusedException;
import java.util.Set;
import okio.ByteString;

/**
 * An image's file, looked at in two steps: first what it says of itself, which costs little, then the picture. What is not an
 * image, not whole, not what it says or too large to decode ends with {@link RefusedException}.
 */
public final class Inspector {

    private final ImageFormat format;
    private final FileParts parts;
    private final byte[] bytes;

    private Inspector(ImageFormat format, FileParts parts, byte[] bytes) {
        this.format = format;
        this.parts = parts;
        this.bytes = bytes;
    }

    /** Reads the file's structure, and decodes nothing. The array is kept, not copied. */
    public static Inspector open(byte[] bytes) throws RefusedException {
        ImageFormat format =
                ImageFormat.of(bytes).orElseThrow(() -> new RefusedException(Refusal.of(Reason.NOT_AN_IMAGE)));
        FileParts parts = switch (format) {
            case JPEG -> JpegFile.read(bytes);
            case PNG -> PngFile.read(bytes);
            case WEBP -> WebpFile.read(bytes);
            case GIF -> GifFile.read(bytes);
        };
        Decoder.check(parts);
        return new Inspector(format, parts, bytes);
    }

    public ImageFormat format() {
        return format;
    }

    /** In pixels, as stored. */
    public int width() {
        return parts.width();
    }

    /** In pixels, as stored. */
    public int height() {
        return parts.height();
    }

    /** EXIF's number, from 1 to 8, for how the picture is to be turned; 1 where it is upright. */
    public int orientation() {
        return parts.orientation();
    }

    /**
     * Decodes the picture and looks at it.
     *
     * @param keepMetadata whether the file stays as it is
     */
    public Inspected look(boolean keepMetadata) throws RefusedException, InterruptedException {
        return Workbench.run(Decoder.memory(parts), () -> looked(keepMetadata));
    }

    private Inspected looked(boolean keepMetadata) throws RefusedException {
        Plane plane = Decoder.decode(format, parts);
        return new Inspected(
                format,
                parts.width(),
                parts.height(),
                keepMetadata ? ByteString.of(bytes) : parts.clean(),
                keepMetadata ? Set.of() : parts.removed(),
                Quality.of(parts, plane),
                Cosines.of(plane));
    }
}
