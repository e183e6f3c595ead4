package dev.rewarddesk.collect.inspect;

import dev.rewarddesk.collect.fetch.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import okio.ByteString;

/** Reads the chunks of a WebP (RFC 9649) and leaves out those that do not show the picture. */
final class WebpFile {

    private static final Set<String> SHOWN = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final Set<String> SHOWN_IN_FRAME = Set.of("VP8 ", "VP8L", "ALPH");

    private static final int FRAME_HEADER = 16;
    private static final int HAS_XMP = 0x04;
    private static final int HAS_EXIF = 0x08;

    /** What the blocks of a lossy frame take while it is decoded. */
    private static final int LOSSY_MEMORY = 24;

    private static final int LOSSLESS_MEMORY = 8;

    private final byte[] bytes;
    private final ByteBuffer file;
    private final Set<String> removed = new TreeSet<>();
    private int orientation = ExifOrientation.UPRIGHT;
    private int width;
    private int height;
    private boolean moving;
    private long framePixels;
    private int memory = LOSSLESS_MEMORY;
    private double compression = 1;

    private WebpFile(byte[] bytes) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static FileParts read(byte[] bytes) throws RefusedException {
        return Broken.bounded(new WebpFile(bytes)::whole);
    }

    private FileParts whole() throws RefusedException {
        long told = file.getInt(4) & 0xffffffffL;
        if (told > bytes.length - 8) {
            throw Broken.cutOff();
        }
        int end = (int) told + 8;
        if (end < bytes.length) {
            removed.add("trailer");
        }
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        copyChunks(12, end, SHOWN, chunks);
        if (framePixels == 0) {
            throw Broken.because("a WebP without a picture");
        }
        ByteString cleaned = ByteString.of(assembled(chunks.toByteArray()));
        return new FileParts(
                width,
                height,
                Math.max(framePixels, (long) width * height),
                memory,
                orientation,
                false,
                compression,
                cleaned,
                FileParts.removed(bytes, cleaned, removed));
    }

    private void copyChunks(int from, int to, Set<String> wanted, ByteArrayOutputStream into) throws RefusedException {
        int start = from;
        while (to - start >= 8) {
            String type = new String(bytes, start, 4, StandardCharsets.ISO_8859_1);
            long length = file.getInt(start + 4) & 0xffffffffL;
            int data = start + 8;
            if (length > to - data) {
                throw Broken.cutOff();
            }
            // The byte that makes a length even may be missing at the end.
            int end = (int) Math.min(to, data + length + (length & 1));
            if (!wanted.contains(type)) {
                leaveOut(type, file.slice(data, (int) length));
            } else if (type.equals("ANMF")) {
                frame(data, (int) length, into);
            } else {
                look(type, data, (int) length);
                into.write(bytes, start, end - start);
            }
            start = end;
        }
        if (start < to) {
            removed.add("trailer");
        }
    }

    private void frame(int data, int length, ByteArrayOutputStream into) throws RefusedException {
        moving = true;
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        kept.write(bytes, data, FRAME_HEADER);
        copyChunks(data + FRAME_HEADER, data + length, SHOWN_IN_FRAME, kept);
        write("ANMF", kept.toByteArray(), into);
    }

    private void leaveOut(String type, ByteBuffer data) {
        switch (type) {
            case "EXIF" -> {
                orientation = ExifOrientation.read(data);
                removed.add("exif");
            }
            case "XMP " -> removed.add("xmp");
            default -> removed.add("other");
        }
    }

    private void look(String type, int data, int length) throws RefusedException {
        switch (type) {
            case "VP8X" -> size(1 + threeBytes(data + 4), 1 + threeBytes(data + 7));
            case "VP8 " -> {
                picture(file.getShort(data + 6) & 0x3fff, file.getShort(data + 8) & 0x3fff);
                memory = LOSSY_MEMORY;
                compression = Math.min(compression, Vp8Quantizer.quality(file.slice(data, length)));
            }
            case "VP8L" -> {
                int bits = file.getInt(data + 1);
                picture((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
            }
            default -> {}
        }
    }

    private void picture(int pictureWidth, int pictureHeight) throws RefusedException {
        framePixels = Math.max(framePixels, (long) pictureWidth * pictureHeight);
        if (width == 0) {
            size(pictureWidth, pictureHeight);
        } else if (!moving && (pictureWidth != width || pictureHeight != height)) {
            throw Broken.because("two sizes");
        }
    }

    private void size(int newWidth, int newHeight) throws RefusedException {
        if (newWidth < 1 || newHeight < 1 || width != 0) {
            throw Broken.because(width != 0 ? "two headers" : "a size of " + newWidth + "×" + newHeight);
        }
        width = newWidth;
        height = newHeight;
    }

    private int threeBytes(int at) {
        return (file.getShort(at) & 0xffff) | ((bytes[at + 2] & 0xff) << 16);
    }

    private byte[] assembled(byte[] chunks) {
        boolean isExtended = new String(chunks, 0, 4, StandardCharsets.ISO_8859_1).equals("VP8X");
        boolean isTurned = isExtended && orientation != ExifOrientation.UPRIGHT;
        if (isExtended) {
            chunks[8] = (byte) ((chunks[8] & ~(HAS_EXIF | HAS_XMP)) | (isTurned ? HAS_EXIF : 0));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 8, 4);
        out.writeBytes(chunks);
        if (isTurned) {
            write("EXIF", ExifOrientation.only(orientation), out);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        write("RIFF", out.toByteArray(), whole);
        return whole.toByteArray();
    }

    private static void write(String type, byte[] data, ByteArrayOutputStream into) {
        into.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(data.length)
                .array());
        into.writeBytes(data);
        if ((data.length & 1) == 1) {
            into.write(0);
        }
    }
}
