package dev.rewarddesk.desktop.markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * Long texts in portions. JavaFX takes time with the square of a text's length where letters shape each other: half a minute for
 * one word of 100 000 Hebrew letters.
 */
final class Portions {

    private static final int LONGEST = 1500;

    private Portions() {}

    /** The spans of a paragraph as one or more paragraphs. */
    static List<List<Span>> of(List<Span> spans) {
        List<List<Span>> portions = new ArrayList<>();
        List<Span> portion = new ArrayList<>();
        int length = 0;
        for (Span span : spans) {
            for (String piece : of(span.text())) {
                if (length > 0 && length + piece.length() > LONGEST) {
                    portions.add(portion);
                    portion = new ArrayList<>();
                    length = 0;
                }
                portion.add(new Span(piece, span.styles(), span.address()));
                length += piece.length();
            }
        }
        portions.add(portion);
        return portions;
    }

    /** A text in pieces, parted between lines or words where there are any. */
    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (text.length() - from > LONGEST) {
            int to = end(text, from);
            pieces.add(text.substring(from, to));
            from = to;
        }
        pieces.add(text.substring(from));
        return pieces;
    }

    private static int end(String text, int from) {
        int latest = from + LONGEST;
        int line = text.lastIndexOf('\n', latest - 1);
        if (line > from) {
            return line + 1;
        }
        int blank = text.lastIndexOf(' ', latest - 1);
        if (blank > from) {
            return blank + 1;
        }
        return Character.isLowSurrogate(text.charAt(latest)) ? latest - 1 : latest;
    }
}
