package dev.rewarddesk.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of a stream, none of which can fill the memory. */
final class MessageLines {

    /** In bytes. Arguments are texts and paths, so anything longer is a mistake. */
    static final int LONGEST = 4 << 20;

    private final InputStream in;

    MessageLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** What stands between two line ends. */
    sealed interface Line {

        /** A line as it is, as UTF-8. */
        record Whole(String text) implements Line {}

        /** One that was read past, because it is longer than {@link #LONGEST}. */
        record TooLong() implements Line {}
    }

    /** The next line; null at the end. What comes after the last line end counts as a line. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        boolean tooLong = false;
        for (int each = in.read(); each != -1; each = in.read()) {
            any = true;
            if (each == '\n') {
                break;
            }
            if (line.size() < LONGEST) {
                line.write(each);
            } else {
                tooLong = true;
            }
        }
        if (!any) {
            return null;
        }
        return tooLong ? new Line.TooLong() : new Line.Whole(line.toString(StandardCharsets.UTF_8));
    }
}
