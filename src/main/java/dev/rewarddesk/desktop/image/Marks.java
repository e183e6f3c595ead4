package dev.rewarddesk.desktop.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a file says about itself beside its size: how it is to be turned, and what decoding it would cost. Reads no further
 * than the bytes go; what makes no sense is as if it were not there.
 */
final class Marks {

    private static final int EXIF_ORIENTATION = 0x0112;
    private static final int JPEG_BASELINE = 0xc0;
    private static final int JPEG_PROGRESSIVE = 0xc2;
    private static final int JPEG_SCAN = 0xda;
    private static final int JPEG_APP1 = 0xe1;
    private static final byte[] EXIF_NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private Orientation orientation = Orientation.UPRIGHT;
    private boolean progressive;
    private boolean lossyWebp;
    private int components;
    private boolean cutOff;
    private long framePixels;

    private Marks() {}

    static Marks of(PictureFormat format, byte[] bytes) {
        Marks marks = new Marks();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            switch (format) {
                case JPEG -> marks.readJpeg(buffer);
                case PNG -> marks.readPng(buffer);
                case WEBP -> marks.readWebp(buffer.order(ByteOrder.LITTLE_ENDIAN));
                case GIF -> {}
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            // What was read until here counts; the decoder will say what is wrong with the file.
            return marks;
        }
        return marks;
    }

    Orientation orientation() {
        return orientation;
    }

    /** Whether the file is shorter than it says; only WebP says. */
    boolean cutOff() {
        return cutOff;
    }

    /** Whether this is a JPEG that comes in several passes, each better than the one before. */
    boolean progressive() {
        return progressive;
    }

    /** Whether this is a JPEG of three components of eight bits each. */
    boolean threeColours() {
        return components == 3;
    }

    /**
     * How many pixels may be decoded, by what that costs.
     *
     * @param usual for what is decoded row by row
     * @param progressiveJpeg for what keeps the whole picture's coefficients in memory
     * @param lossy for WebP with a VP8 frame, which takes many times its pixels
     * @param lossless for WebP with a VP8L frame
     */
    long mostPixels(long usual, long progressiveJpeg, long lossy, long lossless) {
        if (progressive) {
            return progressiveJpeg;
        }
        if (lossyWebp) {
            return lossy;
        }
        return framePixels > 0 ? lossless : usual;
    }

    /** The pixels of the largest WebP frame inside, whatever the canvas says; 0 for other formats. */
    long framePixels() {
        return framePixels;
    }

    private void readJpeg(ByteBuffer file) {
        file.position(2);
        while (file.remaining() >= 4) {
            if ((file.get() & 0xff) != 0xff) {
                return;
            }
            int marker = file.get() & 0xff;
            if (marker == 0xff) {
                file.position(file.position() - 1);
                continue;
            }
            if (marker == JPEG_SCAN) {
                return;
            }
            int start = file.position();
            int length = file.getShort() & 0xffff;
            if (marker == JPEG_PROGRESSIVE) {
                progressive = true;
            }
            if (marker >= JPEG_BASELINE && marker <= JPEG_PROGRESSIVE && file.get(start + 2) == 8) {
                components = file.get(start + 7);
            } else if (marker == JPEG_APP1 && startsWith(file, EXIF_NAME)) {
                readExif(file.slice(start + 2 + EXIF_NAME.length, length - 2 - EXIF_NAME.length));
            }
            file.position(start + length);
        }
    }

    private void readPng(ByteBuffer file) {
        file.position(8);
        while (file.remaining() >= 12) {
            int length = file.getInt();
            String type = text(file);
            if (type.equals("eXIf")) {
                readExif(file.slice(file.position(), length));
            }
            if (type.equals("IDAT")) {
                return;
            }
            file.position(Math.addExact(Math.addExact(file.position(), length), 4));
        }
    }

    private void readWebp(ByteBuffer file) {
        cutOff = (file.getInt(4) & 0xffffffffL) > file.limit() - 8;
        file.position(12);
        while (file.remaining() >= 8) {
            String type = text(file);
            int length = file.getInt();
            int start = file.position();
            switch (type) {
                case "VP8 " -> {
                    lossyWebp = true;
                    frame(file.getShort(start + 6) & 0x3fff, file.getShort(start + 8) & 0x3fff);
                }
                case "VP8L" -> {
                    int bits = file.getInt(start + 1);
                    frame((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
                }
                case "EXIF" -> {
                    ByteBuffer exif = file.slice(start, length);
                    // Some writers put JPEG's name before it.
                    readExif(startsWith(exif, EXIF_NAME) ? exif.slice(6, length - 6) : exif);
                }
                case "ANMF" -> {
                    // A frame of an animation: its chunks follow 16 bytes about it.
                    file.position(start + 16);
                    continue;
                }
                default -> {}
            }
            file.position(Math.addExact(start, Math.addExact(length, length & 1)));
        }
    }

    private void frame(int width, int height) {
        framePixels = Math.max(framePixels, (long) width * height);
    }

    private void readExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xffff) == EXIF_ORIENTATION) {
                orientation = Orientation.ofExif(tiff.getShort(entry + 8) & 0xffff);
                return;
            }
        }
    }

    private static boolean startsWith(ByteBuffer buffer, byte[] expected) {
        return buffer.remaining() >= expected.length
                && buffer.slice(buffer.position(), expected.length).equals(ByteBuffer.wrap(expected));
    }

    private static String text(ByteBuffer file) {
        byte[] four = new byte[4];
        file.get(four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
