package dev.rewarddesk.cli;

import java.util.List;

/** Text as a terminal gets it: what comes from outside must not steer the terminal. */
final class Terminal {

    private Terminal() {}

    /** The text on one line, with control characters made visible. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]", "\uFFFD");
    }

    /** Rows in columns, the first row as their heads. */
    static String table(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], plain(row.get(i)).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = plain(row.get(i));
                line.append(cell).repeat(' ', widths[i] - cell.length() + 2);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
