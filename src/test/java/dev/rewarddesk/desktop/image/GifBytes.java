package dev.rewarddesk.desktop.image;

import java.io.ByteArrayOutputStream;

/** Writes GIFs by hand, also ones that no program would write. Colour 0 is transparent, 1 red, 2 green, 3 blue. */
public final class GifBytes {

    private static final int CODES_BEFORE_THEY_GROW = 60;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public GifBytes(int width, int height) {
        out.writeBytes(new byte[] {'G', 'I', 'F', '8', '9', 'a'});
        pair(width);
        pair(height);
        // 128 colours, of which the first four are set.
        out.write(0xf6);
        pair(0);
        out.writeBytes(new byte[] {0, 0, 0, -1, 0, 0, 0, -1, 0, 0, 0, -1});
        out.writeBytes(new byte[124 * 3]);
    }

    /**
     * Adds a frame of one colour.
     *
     * @param disposal 1 stays, 2 cleared, 3 undone
     */
    public GifBytes frame(int x, int y, int width, int height, int colour, int disposal, int hundredths) {
        out.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, (byte) (disposal << 2 | 1)});
        pair(hundredths);
        out.writeBytes(new byte[] {0, 0, 0x2c});
        pair(x);
        pair(y);
        pair(width);
        pair(height);
        out.write(0);
        pixels(width * height, colour);
        return this;
    }

    /** The whole file. */
    public byte[] bytes() {
        out.write(0x3b);
        return out.toByteArray();
    }

    // Codes of eight bits, with a clear before they would become longer: nothing is compressed.
    private void pixels(int count, int colour) {
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            if (i % CODES_BEFORE_THEY_GROW == 0) {
                codes.write(0x80);
            }
            codes.write(colour);
        }
        codes.write(0x81);
        out.write(7);
        byte[] data = codes.toByteArray();
        for (int at = 0; at < data.length; at += 255) {
            int length = Math.min(255, data.length - at);
            out.write(length);
            out.write(data, at, length);
        }
        out.write(0);
    }

    private void pair(int value) {
        out.write(value);
        out.write(value >> 8);
    }
}
