package dev.rewarddesk.collect;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of lines one by one and never holds more than one: strict UTF-8, with or without a byte order mark, lines
 * ended by LF or CRLF, each of at most {@link #LONGEST} bytes.
 */
final class LineReader implements AutoCloseable {

    /** The longest prompt and response that a workspace takes, with room for escapes and metadata. */
    static final int LONGEST = 8 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private int number;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 64 << 10);
    }

    /**
     * A line of the file.
     *
     * @param number from 1
     * @param text without its end; null where the line cannot be read
     * @param problem why it cannot be read
     */
    record Line(int number, @Nullable String text, String problem) {}

    /** The next line, or empty at the end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (bytes.size() < LONGEST) {
                bytes.write(read);
            } else {
                tooLong = true;
            }
        }
        number++;
        if (tooLong) {
            return Optional.of(
                    new Line(number, null, "the line is longer than " + (LONGEST >> 20) + " MiB, which is too long"));
        }
        return Optional.of(decoded(bytes.toByteArray()));
    }

    private Line decoded(byte[] bytes) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return new Line(number, marked ? text.substring(1) : text, "");
        } catch (CharacterCodingException notUtf8) {
            return new Line(number, null, "the line is not valid UTF-8; save the file as UTF-8");
        }
    }

    /** How many lines there are, without keeping any. */
    static int count(InputStream in) throws IOException {
        byte[] buffer = new byte[64 << 10];
        long lines = 0;
        byte last = '\n';
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    lines++;
                }
            }
            last = n > 0 ? buffer[n - 1] : last;
        }
        return Math.toIntExact(last == '\n' ? lines : lines + 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
