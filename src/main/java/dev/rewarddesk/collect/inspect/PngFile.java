package dev.rewarddesk.collect.inspect;

import dev.rewarddesk.collect.fetch.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import okio.ByteString;

/** Reads the chunks of a PNG (W3C, Portable Network Graphics, third edition) and leaves out those that do not show the picture. */
final class PngFile {

    /** The picture, its frames and what its colours mean. */
    private static final Set<String> SHOWN = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT",
            "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

    private static final int SIGNATURE = 8;
    private static final int BESIDES_DATA = 12;

    private final byte[] bytes;
    private final ByteBuffer file;
    private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
    private final Set<String> removed = new TreeSet<>();
    private int orientation = ExifOrientation.UPRIGHT;
    private int width;
    private int height;
    private int afterHeader;
    private boolean hasData;

    private PngFile(byte[] bytes) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes);
    }

    static FileParts read(byte[] bytes) throws RefusedException {
        return Broken.bounded(new PngFile(bytes)::whole);
    }

    private FileParts whole() throws RefusedException {
        clean.write(bytes, 0, SIGNATURE);
        file.position(SIGNATURE);
        String type;
        do {
            type = chunk();
        } while (!type.equals("IEND"));
        if (!hasData) {
            throw Broken.because("a PNG without a picture");
        }
        if (file.hasRemaining()) {
            removed.add("trailer");
        }
        ByteString cleaned = ByteString.of(turned());
        return new FileParts(
                width,
                height,
                (long) width * height,
                0,
                orientation,
                false,
                1,
                cleaned,
                FileParts.removed(bytes, cleaned, removed));
    }

    private String chunk() throws RefusedException {
        int start = file.position();
        int length = file.getInt();
        byte[] name = new byte[4];
        file.get(name);
        String type = new String(name, StandardCharsets.ISO_8859_1);
        if (length < 0 || length > file.remaining() - 4) {
            throw Broken.cutOff();
        }
        ByteBuffer data = file.slice(file.position(), length);
        int end = start + BESIDES_DATA + length;
        file.position(end);
        if ((width == 0) != type.equals("IHDR")) {
            throw Broken.because(width == 0 ? "no header" : "two headers");
        }
        if (!SHOWN.contains(type)) {
            leaveOut(type, data);
            return type;
        }
        if (checksum(start + 4, length + 4) != file.getInt(end - 4)) {
            throw Broken.because("a checksum that is wrong");
        }
        clean.write(bytes, start, end - start);
        if (type.equals("IHDR")) {
            header(data);
        }
        hasData |= type.equals("IDAT");
        return type;
    }

    private void header(ByteBuffer data) throws RefusedException {
        width = data.getInt(0);
        height = data.getInt(4);
        if (width < 1 || height < 1) {
            throw Broken.because("a size of " + width + "×" + height);
        }
        afterHeader = clean.size();
    }

    private void leaveOut(String type, ByteBuffer data) throws RefusedException {
        // The fifth bit of the first letter: whether a decoder may do without.
        if ((type.charAt(0) & 0x20) == 0) {
            throw Broken.because("a chunk that nobody knows");
        }
        switch (type) {
            case "eXIf" -> {
                orientation = ExifOrientation.read(data);
                removed.add("exif");
            }
            case "iTXt" ->
                removed.add(
                        StandardCharsets.ISO_8859_1.decode(data).toString().startsWith("XML:com.adobe.xmp")
                                ? "xmp"
                                : "text");
            case "tEXt", "zTXt" -> removed.add("text");
            case "tIME" -> removed.add("time");
            default -> removed.add("other");
        }
    }

    private byte[] turned() {
        byte[] plain = clean.toByteArray();
        if (orientation == ExifOrientation.UPRIGHT) {
            return plain;
        }
        byte[] exif = ExifOrientation.only(orientation);
        ByteBuffer turned = ByteBuffer.allocate(plain.length + BESIDES_DATA + exif.length)
                .put(plain, 0, afterHeader)
                .putInt(exif.length)
                .put("eXIf".getBytes(StandardCharsets.ISO_8859_1))
                .put(exif);
        CRC32 check = new CRC32();
        check.update(turned.array(), afterHeader + 4, 4 + exif.length);
        return turned.putInt((int) check.getValue())
                .put(plain, afterHeader, plain.length - afterHeader)
                .array();
    }

    private int checksum(int from, int length) {
        CRC32 check = new CRC32();
        check.update(bytes, from, length);
        return (int) check.getValue();
    }
}
