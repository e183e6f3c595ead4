package dev.rewarddesk.collect.inspect;

import dev.rewarddesk.collect.fetch.RefusedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import okio.ByteString;

/** Reads the blocks of a GIF (CompuServe, GIF89a specification) and leaves out those that do not show the picture. */
final class GifFile {

    private static final int HEADER = 13;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int PLAIN_TEXT = 0x01;
    private static final int CONTROL = 0xf9;
    private static final int COMMENT = 0xfe;
    private static final int APPLICATION = 0xff;

    /** How often an animation is played, and what its colours mean. */
    private static final Set<String> SHOWN = Set.of("NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012");

    private final byte[] bytes;
    private final ByteBuffer file;
    private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
    private final Set<String> removed = new TreeSet<>();
    private long framePixels;
    private int pendingControl = -1;

    private GifFile(byte[] bytes) {
        this.bytes = bytes;
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static FileParts read(byte[] bytes) throws RefusedException {
        return Broken.bounded(new GifFile(bytes)::whole);
    }

    private FileParts whole() throws RefusedException {
        int width = file.getShort(6) & 0xffff;
        int height = file.getShort(8) & 0xffff;
        file.position(HEADER);
        skipColours(bytes[10]);
        copy(0, file.position());
        int block = file.get() & 0xff;
        while (block != TRAILER) {
            switch (block) {
                case IMAGE -> image();
                case EXTENSION -> extension();
                default -> throw Broken.because("a block that nobody knows");
            }
            block = file.get() & 0xff;
        }
        clean.write(TRAILER);
        if (file.hasRemaining()) {
            removed.add("trailer");
        }
        if (framePixels == 0 || width == 0 || height == 0) {
            throw Broken.because("a GIF without a picture");
        }
        ByteString cleaned = ByteString.of(clean.toByteArray());
        return new FileParts(
                width,
                height,
                Math.max(framePixels, (long) width * height),
                0,
                ExifOrientation.UPRIGHT,
                false,
                1,
                cleaned,
                FileParts.removed(bytes, cleaned, removed));
    }

    private void image() {
        int start = file.position() - 1;
        long width = file.getShort(start + 5) & 0xffff;
        long height = file.getShort(start + 7) & 0xffff;
        framePixels = Math.max(framePixels, width * height);
        file.position(start + 10);
        skipColours(bytes[start + 9]);
        file.get();
        skipSubBlocks();
        copyPendingControl(start);
        copy(start, file.position());
    }

    private void extension() {
        int start = file.position() - 1;
        int label = file.get() & 0xff;
        int content = file.position();
        skipSubBlocks();
        switch (label) {
            // Is about the picture that follows, and goes if that goes.
            case CONTROL -> pendingControl = start;
            case APPLICATION -> {
                int length = Math.min(bytes[content] & 0xff, 11);
                String name = new String(bytes, content + 1, length, StandardCharsets.ISO_8859_1);
                if (SHOWN.contains(name)) {
                    copy(start, file.position());
                } else {
                    removed.add(name.startsWith("XMP Data") ? "xmp" : "other");
                }
            }
            case COMMENT -> removed.add("comment");
            case PLAIN_TEXT -> {
                pendingControl = -1;
                removed.add("text");
            }
            default -> removed.add("other");
        }
    }

    private void copyPendingControl(int before) {
        if (pendingControl >= 0) {
            // Eight bytes, whatever was left out between it and its picture.
            copy(pendingControl, Math.min(pendingControl + 8, before));
            pendingControl = -1;
        }
    }

    private void skipColours(byte flags) {
        if ((flags & 0x80) != 0) {
            file.position(file.position() + 3 * (2 << (flags & 7)));
        }
    }

    private void skipSubBlocks() {
        for (int length = file.get() & 0xff; length != 0; length = file.get() & 0xff) {
            file.position(file.position() + length);
        }
    }

    private void copy(int from, int to) {
        clean.write(bytes, from, to - from);
    }
}
