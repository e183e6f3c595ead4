package dev.rewarddesk.embedded.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The accepted image formats: how each begins, and how it shows that nothing is cut off. */
enum ImageForm {
    JPEG("image/jpeg", "jpeg") {
        @Override
        boolean begins(byte[] bytes) {
            return startsWith(bytes, 0, 0xFF, 0xD8, 0xFF);
        }

        // The end marker; some cameras write more after it.
        @Override
        boolean isWhole(byte[] bytes) {
            for (int at = bytes.length - 2; at > 2; at--) {
                if (startsWith(bytes, at, 0xFF, 0xD9)) {
                    return true;
                }
            }
            return false;
        }
    },
    PNG("image/png", "png") {
        @Override
        boolean begins(byte[] bytes) {
            return startsWith(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
        }

        @Override
        boolean isWhole(byte[] bytes) {
            ByteBuffer chunks = ByteBuffer.wrap(bytes);
            long at = 8;
            while (at + 12 <= bytes.length) {
                long length = Integer.toUnsignedLong(chunks.getInt((int) at));
                if (word(bytes, (int) at + 4).equals("IEND")) {
                    return true;
                }
                at += 12 + length;
            }
            return false;
        }
    },
    WEBP("image/webp", "webp") {
        @Override
        boolean begins(byte[] bytes) {
            return bytes.length > 16
                    && word(bytes, 0).equals("RIFF")
                    && word(bytes, 8).equals("WEBP");
        }

        @Override
        boolean isWhole(byte[] bytes) {
            int told = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
            return Integer.toUnsignedLong(told) + 8 <= bytes.length;
        }
    },
    GIF("image/gif", "gif") {
        @Override
        boolean begins(byte[] bytes) {
            return bytes.length > 13 && (word(bytes, 0) + word(bytes, 2)).matches("GIF8F8[79]a");
        }

        // The trailer, after which some programs pad.
        @Override
        boolean isWhole(byte[] bytes) {
            int last = bytes.length - 1;
            while (last > 13 && bytes[last] == 0) {
                last--;
            }
            return bytes[last] == 0x3B;
        }
    };

    private final String contentType;
    private final String reader;

    ImageForm(String contentType, String reader) {
        this.contentType = contentType;
        this.reader = reader;
    }

    /** The form that these bytes begin as. */
    static Optional<ImageForm> of(byte[] bytes) {
        return Arrays.stream(values()).filter(form -> form.begins(bytes)).findFirst();
    }

    String contentType() {
        return contentType;
    }

    /** ImageIO's name for it. */
    String reader() {
        return reader;
    }

    abstract boolean begins(byte[] bytes);

    abstract boolean isWhole(byte[] bytes);

    private static boolean startsWith(byte[] bytes, int at, int... expected) {
        if (bytes.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[at + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String word(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }
}
