package dev.rewarddesk.mcp;

import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Image;
import java.util.HexFormat;

/**
 * An image as a client is sent it.
 *
 * @param bytes of a picture file
 * @param contentType as the bytes say
 */
@SuppressWarnings("ArrayRecordComponent") // It is handed on once, and never compared.
record Shown(byte[] bytes, String contentType) {

    /** What is larger is made smaller: it goes over the wire as text, and models look at no more. */
    private static final long LARGEST = 1 << 20;

    private static final int SIDE = 1024;

    /** The image, or a smaller one where it is large. Blocks. */
    static Shown of(LibraryService library, Image image) {
        byte[] bytes =
                image.sizeBytes() <= LARGEST ? library.bytesOf(image) : library.thumbnail(image, null, SIDE, SIDE);
        return new Shown(bytes, type(bytes));
    }

    private static String type(byte[] bytes) {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 4));
        return switch (start) {
            case "89504e47" -> "image/png";
            case "47494638" -> "image/gif";
            case "52494646" -> "image/webp";
            default -> "image/jpeg";
        };
    }
}
