package dev.rewarddesk.collect.inspect;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** How a picture is to be turned, as EXIF data say it: the one thing in them that changes what is seen. */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    /** What stands before the data in a JPEG, and sometimes elsewhere. */
    static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private static final short TAG = 0x0112;
    private static final short SHORT = 3;
    private static final int MOST_ENTRIES = 1000;

    private ExifOrientation() {}

    /** The number from 1 to 8; 1 where the data say nothing that makes sense. */
    static int read(ByteBuffer data) {
        try {
            ByteBuffer tiff = data.slice();
            if (tiff.remaining() > NAME.length && tiff.slice(0, NAME.length).equals(ByteBuffer.wrap(NAME))) {
                tiff = tiff.slice(NAME.length, tiff.remaining() - NAME.length);
            }
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Math.min(tiff.getShort(directory) & 0xffff, MOST_ENTRIES);
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * 12;
                if (tiff.getShort(entry) == TAG) {
                    int number = tiff.getShort(entry + 8);
                    return number >= 1 && number <= 8 ? number : UPRIGHT;
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException nonsense) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    /** Data that say nothing but this. */
    static byte[] only(int orientation) {
        return ByteBuffer.allocate(26)
                .put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort(TAG)
                .putShort(SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }
}
