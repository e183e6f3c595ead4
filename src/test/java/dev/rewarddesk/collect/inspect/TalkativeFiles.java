package dev.rewarddesk.collect.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Files of pictures that tell where and by whom they were taken, in every place where a file of their format can. */
final class TalkativeFiles {

    /** What must be nowhere in a file that tells nothing. */
    static final List<String> SECRETS = List.of("52.5200N", "SERIAL-4711", "Jane Doe");

    private static final String TOLD = String.join(" ", SECRETS);

    private TalkativeFiles() {}

    static byte[] jpeg(byte[] plain, int orientation) {
        byte[] exif = concat(ascii("Exif\0\0"), exif(orientation));
        byte[] thumbnail = new byte[3 * 2 * 2];
        byte[] jfif = concat(ascii("JFIF\0"), new byte[] {1, 2, 0, 0, 1, 0, 1, 2, 2}, thumbnail);
        int afterJfif = 2 + 2 + 16;
        return concat(
                new byte[] {(byte) 0xff, (byte) 0xd8},
                segment(0xe0, jfif),
                segment(0xe1, exif),
                segment(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x>" + TOLD + "</x>")),
                segment(0xe2, ascii("MPF\0" + TOLD)),
                segment(0xe2, ascii("ICC_PROFILE\0\1\1made up")),
                segment(0xed, ascii("Photoshop 3.0\08BIM" + TOLD)),
                segment(0xef, ascii("MakerNote" + TOLD)),
                segment(0xfe, ascii(TOLD)),
                Arrays.copyOfRange(plain, afterJfif, plain.length),
                ascii("MotionPhoto" + TOLD));
    }

    static byte[] png(byte[] plain, int orientation) {
        int afterHeader = 8 + 25;
        int beforeEnd = plain.length - 12;
        return concat(
                Arrays.copyOf(plain, afterHeader),
                chunk("eXIf", exif(orientation)),
                chunk("tEXt", ascii("Author\0" + TOLD)),
                chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0<x>" + TOLD + "</x>")),
                chunk("zTXt", ascii("Comment\0\0" + TOLD)),
                chunk("tIME", new byte[] {7, (byte) 0xea, 11, 22, 9, 0, 0}),
                chunk("prVt", ascii(TOLD)),
                Arrays.copyOfRange(plain, afterHeader, beforeEnd),
                chunk("tEXt", ascii("Location\0" + TOLD)),
                Arrays.copyOfRange(plain, beforeEnd, plain.length),
                ascii(TOLD));
    }

    /** @param plain with one frame and nothing else */
    static byte[] webp(byte[] plain, int width, int height, int orientation) {
        byte[] canvas = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x0c)
                .put(three(width - 1))
                .put(three(height - 1))
                .array();
        byte[] chunks = concat(
                ascii("WEBP"),
                riff("VP8X", canvas),
                Arrays.copyOfRange(plain, 12, plain.length),
                riff("EXIF", exif(orientation)),
                riff("XMP ", ascii("<x>" + TOLD + "</x>")),
                riff("tell", ascii(TOLD)));
        return concat(riff("RIFF", chunks), ascii(TOLD));
    }

    static byte[] gif(byte[] plain) {
        int afterColours = 13 + 3 * (2 << (plain[10] & 7));
        return concat(
                Arrays.copyOf(plain, afterColours),
                extension(0xff, ascii("NETSCAPE2.0"), new byte[] {1, 0, 0}),
                extension(0xfe, ascii(TOLD)),
                extension(0xff, ascii("XMP DataXMP"), ascii("<x>" + TOLD + "</x>")),
                Arrays.copyOfRange(plain, afterColours, plain.length - 1),
                extension(0xfe, ascii(TOLD)),
                new byte[] {0x3b},
                ascii(TOLD));
    }

    // An orientation, a place, a device and a name.
    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 4 * 12 + 4 + TOLD.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("II"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 4);
        int text = 8 + 2 + 4 * 12 + 4;
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x013b, 2, TOLD.length(), text);
        entry(tiff, 0x8825, 4, 1, text);
        entry(tiff, 0xa431, 2, TOLD.length(), text);
        return tiff.putInt(0).put(ascii(TOLD)).array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    static byte[] segment(int marker, byte[] content) {
        return concat(
                ByteBuffer.allocate(4)
                        .put((byte) 0xff)
                        .put((byte) marker)
                        .putShort((short) (content.length + 2))
                        .array(),
                content);
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] named = concat(ascii(type), data);
        CRC32 check = new CRC32();
        check.update(named);
        return concat(
                ByteBuffer.allocate(4).putInt(data.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    static byte[] riff(String type, byte[] data) {
        return concat(
                ascii(type),
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(data.length)
                        .array(),
                data,
                new byte[data.length & 1]);
    }

    private static byte[] extension(int label, byte[]... blocks) {
        byte[] all = {0x21, (byte) label};
        for (byte[] block : blocks) {
            all = concat(all, new byte[] {(byte) block.length}, block);
        }
        return concat(all, new byte[] {0});
    }

    private static byte[] three(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }
}
