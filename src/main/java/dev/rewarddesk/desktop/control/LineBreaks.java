package dev.rewarddesk.desktop.control;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A text broken into lines by ourselves.
 *
 * <p>JavaFX on Linux cannot break scripts whose letters take their shape from their neighbours: once a run of them is split, it
 * is shaped again from the text before the split (PangoGlyphLayout keeps that), which ends with an exception where the run goes
 * from right to left, and with letters drawn twice elsewhere. Lines that fit are never split.
 */
final class LineBreaks {

    private static final Set<UnicodeScript> BROKEN_WELL = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.UNKNOWN);
    private static final boolean ON_LINUX = System.getProperty("os.name", "").startsWith("Linux");

    private final String text;
    private final List<Integer> breaks;

    private LineBreaks(String text, List<Integer> breaks) {
        this.text = text;
        this.breaks = breaks;
    }

    /** A text as it is. */
    static LineBreaks none(String text) {
        return new LineBreaks(text, List.of());
    }

    /** Whether JavaFX here breaks this text wrongly. */
    static boolean areNeeded(String text) {
        return ON_LINUX && text.codePoints().anyMatch(letter -> !BROKEN_WELL.contains(UnicodeScript.of(letter)));
    }

    /**
     * Breaks a text where it may be broken, and a word only where it is too long for a line.
     *
     * @param measure how wide some of the text is
     */
    static LineBreaks fitting(String text, double width, ToDoubleFunction<String> measure) {
        return fitting(
                text,
                width,
                (from, to) -> measure.applyAsDouble(text.substring(from, to).replace("\n", "")));
    }

    /** Breaks as above a text whose parts are written differently. */
    static LineBreaks fitting(String text, double width, Extent extent) {
        List<Integer> breaks = new ArrayList<>();
        BreakIterator places = BreakIterator.getLineInstance();
        places.setText(text);
        double used = 0;
        int start = places.first();
        for (int end = places.next(); end != BreakIterator.DONE; start = end, end = places.next()) {
            // With the spaces after a word: the text area would break a line for them too.
            double pieceWidth = extent.of(start, end);
            if (used > 0 && used + pieceWidth > width) {
                breaks.add(start);
                used = 0;
            }
            used = pieceWidth > width ? breakWord(text, start, end, width, extent, breaks) : used + pieceWidth;
            if (text.charAt(end - 1) == '\n') {
                used = 0;
            }
        }
        return new LineBreaks(text, breaks);
    }

    /** Before which characters lines are broken, in rising order. */
    List<Integer> places() {
        return breaks;
    }

    /** The text with a line feed at each break. */
    String broken() {
        StringBuilder lines = new StringBuilder(text);
        for (int place : breaks.reversed()) {
            lines.insert(place, '\n');
        }
        return lines.toString();
    }

    /** What a part of the broken text is in the text itself. */
    String original(int from, int to) {
        return text.substring(originalPlace(from), originalPlace(to));
    }

    private int originalPlace(int place) {
        int before = 0;
        for (int i = 0; i < breaks.size() && breaks.get(i) + i < place; i++) {
            before++;
        }
        return place - before;
    }

    private static double breakWord(String text, int from, int to, double width, Extent extent, List<Integer> breaks) {
        int[] ends = letterEnds(text, from, to);
        int lineStart = from;
        int last = lastThatFits(ends, 0, lineStart, width, extent);
        while (ends[last] < to) {
            lineStart = ends[last];
            breaks.add(lineStart);
            last = lastThatFits(ends, last + 1, lineStart, width, extent);
        }
        return extent.of(lineStart, to);
    }

    // Few words are long; for one that is, asking for the width of every beginning would take seconds.
    private static int lastThatFits(int[] ends, int first, int lineStart, double width, Extent extent) {
        int fits = first;
        int step = 1;
        while (fits + step < ends.length && extent.of(lineStart, ends[fits + step]) <= width) {
            fits += step;
            step *= 2;
        }
        for (; step > 0; step /= 2) {
            if (fits + step < ends.length && extent.of(lineStart, ends[fits + step]) <= width) {
                fits += step;
            }
        }
        return fits;
    }

    private static int[] letterEnds(String text, int from, int to) {
        BreakIterator letters = BreakIterator.getCharacterInstance();
        letters.setText(text);
        IntStream.Builder ends = IntStream.builder();
        for (int end = letters.following(from); end != BreakIterator.DONE && end < to; end = letters.next()) {
            ends.add(end);
        }
        return ends.add(to).build().toArray();
    }

    /** How wide a part of the text is, in pixels; line feeds have no width. */
    @FunctionalInterface
    interface Extent {
        double of(int from, int to);
    }
}
