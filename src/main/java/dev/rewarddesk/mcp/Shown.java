package dev.rewarddesk.mcp;

import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Image;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import java.util.Base64;
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

    private static final long LARGEST_OF_MANY = 1 << 18;

    private static final int SIDE_OF_MANY = 768;

    /** The image, or a smaller one where it is large. Blocks. */
    static Shown of(LibraryService library, Image image) {
        return of(library, image, LARGEST, SIDE);
    }

    /** As above, for an answer that has several of them. */
    static Shown oneOfMany(LibraryService library, Image image) {
        return of(library, image, LARGEST_OF_MANY, SIDE_OF_MANY);
    }

    private static Shown of(LibraryService library, Image image, long largest, int side) {
        byte[] bytes =
                image.sizeBytes() <= largest ? library.bytesOf(image) : library.thumbnail(image, null, side, side);
        return new Shown(bytes, type(bytes));
    }

    /** As it goes over the wire. */
    ImageContent content() {
        return ImageContent.builder(Base64.getEncoder().encodeToString(bytes), contentType)
                .build();
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
