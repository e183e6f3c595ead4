package dev.rewarddesk.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as RFC 4180 has it. Texts that a spreadsheet would take for a formula get an apostrophe in front, and so do those that
 * begin with one, so that taking one away gives every text back.
 */
final class Csv {

    // The wide ones are taken for formulas, too, where people write in wide letters.
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠'";

    private final int columns;
    private final List<String> lines = new ArrayList<>();

    Csv(String... columns) {
        this.columns = columns.length;
        new Row().texts(columns).end();
    }

    /** The next row; it is in the table when it is ended. */
    Row row() {
        return new Row();
    }

    @Override
    public String toString() {
        return lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
    }

    /** One row, filled from the left. */
    final class Row {
        private final List<String> cells = new ArrayList<>();

        /** A text, which may come from anywhere. */
        Row text(String text) {
            boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
            cells.add(quoted(formula ? "'" + text : text));
            return this;
        }

        Row texts(String... texts) {
            for (String text : texts) {
                text(text);
            }
            return this;
        }

        /** A number, which stays one; null leaves the cell empty. */
        Row number(@Nullable Number number) {
            cells.add(number == null ? "" : number.toString());
            return this;
        }

        /** Leaves cells empty. */
        Row skip(int count) {
            for (int i = 0; i < count; i++) {
                cells.add("");
            }
            return this;
        }

        /** Leaves what is left of the row empty. */
        void end() {
            skip(columns - cells.size());
            lines.add(String.join(",", cells));
        }

        private static String quoted(String text) {
            boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
            return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
        }
    }
}
