package dev.rewarddesk.collect.inspect;

import dev.rewarddesk.collect.fetch.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import okio.ByteString;

/** Reads the segments of a JPEG (ITU-T T.81, annex B) and leaves out those that do not show the picture. */
final class JpegFile {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int TABLES = 0xdb;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP13 = 0xed;
    private static final int APP14 = 0xee;
    private static final int COMMENT = 0xfe;
    private static final int PROGRESSIVE = 0xc2;
    private static final int JFIF_LENGTH = 16;

    /** Those of a progressive picture stay in memory until all of it is there. */
    private static final int COEFFICIENTS = 6;

    /** A progressive picture has about ten; hundreds of them make decoding endless. */
    private static final int MOST_SCANS = 100;

    private final byte[] bytes;
    private final ByteBuffer file;
    private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
    private final Set<String> removed = new TreeSet<>();
    private int orientation = ExifOrientation.UPRIGHT;
    private int afterFirst = 2;
    private int width;
    private int height;
    private int scans;
    private int components;
    private boolean progressive;
    private boolean isJfif;
    private double compression = 1;

    private JpegFile(byte[] bytes) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes);
    }

    static FileParts read(byte[] bytes) throws RefusedException {
        return Broken.bounded(new JpegFile(bytes)::whole);
    }

    private FileParts whole() throws RefusedException {
        copy(0, 2);
        file.position(2);
        for (int marker = marker(); marker != END; marker = marker()) {
            segment(marker);
        }
        if (width == 0 || scans == 0) {
            throw Broken.because("a JPEG without a picture");
        }
        copy(file.position() - 2, file.position());
        if (file.hasRemaining()) {
            removed.add("trailer");
        }
        ByteString cleaned = ByteString.of(turned());
        return new FileParts(
                width,
                height,
                (long) width * height,
                progressive ? COEFFICIENTS : 0,
                orientation,
                isJfif && (components == 1 || components == 3),
                compression,
                cleaned,
                FileParts.removed(bytes, cleaned, removed));
    }

    // Skips what stands between segments and should not, as decoders do.
    private int marker() {
        while (true) {
            while ((file.get() & 0xff) != 0xff) {
                removed.add("stray");
            }
            int marker = file.get() & 0xff;
            while (marker == 0xff) {
                marker = file.get() & 0xff;
            }
            if (marker != 0 && !standsAlone(marker)) {
                return marker;
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    }

    private void segment(int marker) throws RefusedException {
        int start = file.position() - 2;
        int length = file.getShort() & 0xffff;
        int end = start + 2 + length;
        if (length < 2 || end > bytes.length) {
            throw Broken.cutOff();
        }
        if (marker == START) {
            throw Broken.because("two pictures in one");
        }
        ByteBuffer content = file.slice(start + 4, length - 2);
        file.position(end);
        if (isFrame(marker)) {
            frame(marker, content);
            copy(start, end);
        } else if (marker == SCAN) {
            scan(start, end);
        } else if (marker == TABLES) {
            compression = Math.min(compression, JpegTables.quality(content.duplicate()));
            copy(start, end);
        } else if ((marker & 0xf0) == APP0 || marker == COMMENT) {
            application(marker, content, start, end);
        } else {
            copy(start, end);
        }
    }

    private static boolean isFrame(int marker) {
        return (marker & 0xf0) == 0xc0 && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void frame(int marker, ByteBuffer content) throws RefusedException {
        if (width != 0) {
            throw Broken.because("two headers");
        }
        height = content.getShort(1) & 0xffff;
        width = content.getShort(3) & 0xffff;
        if (width == 0 || height == 0) {
            throw Broken.because("a size of " + width + "×" + height);
        }
        components = content.get(5);
        progressive = marker == PROGRESSIVE;
    }

    // The picture's data go on until a marker that is none of theirs.
    private void scan(int start, int headerEnd) throws RefusedException {
        if (++scans > MOST_SCANS) {
            throw Broken.because("more passes than any picture has");
        }
        int at = headerEnd;
        while (true) {
            if (at + 1 >= bytes.length) {
                throw Broken.cutOff();
            }
            int next = bytes[at + 1] & 0xff;
            if (bytes[at] == (byte) 0xff && next != 0 && next != 0xff && !standsAlone(next)) {
                break;
            }
            at++;
        }
        copy(start, at);
        file.position(at);
    }

    private void application(int marker, ByteBuffer content, int start, int end) {
        if (marker == APP0 && startsWith(content, "JFIF\0")) {
            // Whose colours are YCbCr or grey, nothing else (JFIF 1.02).
            isJfif = content.limit() >= JFIF_LENGTH - 2;
            boolean hasThumbnail = end - start > JFIF_LENGTH + 2;
            if (hasThumbnail) {
                removed.add("thumbnail");
                jfifWithout(content);
            } else {
                copy(start, end);
            }
            afterFirst = clean.size();
        } else if ((marker == APP2 && startsWith(content, "ICC_PROFILE\0"))
                || (marker == APP14 && startsWith(content, "Adobe"))) {
            // What the colours mean.
            copy(start, end);
        } else {
            if (marker == APP1 && startsWith(content, "Exif\0")) {
                orientation = ExifOrientation.read(content);
            }
            removed.add(name(marker, content));
        }
    }

    private static String name(int marker, ByteBuffer content) {
        return switch (marker) {
            case COMMENT -> "comment";
            case APP13 -> "iptc";
            case APP1 ->
                startsWith(content, "Exif\0") ? "exif" : startsWith(content, "http://ns.adobe.com/x") ? "xmp" : "other";
            default -> "other";
        };
    }

    private void jfifWithout(ByteBuffer content) {
        clean.write(0xff);
        clean.write(APP0);
        clean.write(0);
        clean.write(JFIF_LENGTH);
        byte[] first = new byte[JFIF_LENGTH - 2];
        content.get(0, first, 0, first.length - 2);
        clean.writeBytes(first);
    }

    private byte[] turned() {
        byte[] plain = clean.toByteArray();
        if (orientation == ExifOrientation.UPRIGHT) {
            return plain;
        }
        byte[] exif = ExifOrientation.only(orientation);
        int length = 2 + ExifOrientation.NAME.length + exif.length;
        return ByteBuffer.allocate(plain.length + 2 + length)
                .put(plain, 0, afterFirst)
                .put((byte) 0xff)
                .put((byte) APP1)
                .putShort((short) length)
                .put(ExifOrientation.NAME)
                .put(exif)
                .put(plain, afterFirst, plain.length - afterFirst)
                .array();
    }

    private void copy(int from, int to) {
        clean.write(bytes, from, to - from);
    }

    private static boolean startsWith(ByteBuffer content, String text) {
        byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
        return content.remaining() >= expected.length
                && content.slice(0, expected.length).equals(ByteBuffer.wrap(expected));
    }
}
