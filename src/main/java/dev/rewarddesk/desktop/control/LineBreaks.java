package dev.rewarddesk.desktop.control;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

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
        List<Integer> breaks = new ArrayList<>();
        BreakIterator places = BreakIterator.getLineInstance();
        places.setText(text);
        double used = 0;
        int start = places.first();
        for (int end = places.next(); end != BreakIterator.DONE; start = end, end = places.next()) {
            String piece = text.substring(start, end);
            // With the spaces after a word: the text area would break a line for them too.
            double pieceWidth = measure.applyAsDouble(piece.replace("\n", ""));
            if (used > 0 && used + pieceWidth > width) {
                breaks.add(start);
                used = 0;
            }
            used = pieceWidth > width ? breakWord(text, start, end, width, measure, breaks) : used + pieceWidth;
            if (piece.endsWith("\n")) {
                used = 0;
            }
        }
        return new LineBreaks(text, breaks);
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

    private static double breakWord(
            String text, int from, int to, double width, ToDoubleFunction<String> measure, List<Integer> breaks) {
        BreakIterator letters = BreakIterator.getCharacterInstance();
        letters.setText(text);
        int lineStart = from;
        int last = from;
        for (int end = letters.following(from); end != BreakIterator.DONE && end <= to; end = letters.next()) {
            if (last > lineStart && measure.applyAsDouble(text.substring(lineStart, end)) > width) {
                breaks.add(last);
                lineStart = last;
            }
            last = end;
        }
        return measure.applyAsDouble(text.substring(lineStart, to).replace("\n", ""));
    }
}
