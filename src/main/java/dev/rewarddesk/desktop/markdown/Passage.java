package dev.rewarddesk.desktop.markdown;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a document that stands below the one before it. Lists and quotes within each other are flat here: their depth is
 * the passage's place, so that however deep a document is, its nodes are not.
 */
record Passage(Place place, Matter matter) {

    /**
     * Where a passage stands.
     *
     * @param levels what it is within, from the outside in
     * @param marker what stands before it
     * @param close whether it follows the one before without a gap
     */
    record Place(List<Level> levels, Optional<Marker> marker, boolean close) {
        Place {
            levels = List.copyOf(levels);
        }
    }

    /** What indents. */
    enum Level {
        LIST,
        QUOTE
    }

    /** What stands before an entry of a list. */
    sealed interface Marker {

        record Bullet() implements Marker {}

        /**
         * The entry's number.
         *
         * @param text such as {@code 3.}
         */
        record Numeral(String text) implements Marker {}

        record Task(boolean done) implements Marker {}
    }

    /** What a passage is. */
    sealed interface Matter {

        /**
         * A title.
         *
         * @param level 1 to 6
         */
        record Heading(int level, List<Span> spans) implements Matter {}

        record Paragraph(List<Span> spans) implements Matter {}

        /** Text in which spaces and line ends count. */
        record Literal(String text) implements Matter {}

        /**
         * A table.
         *
         * @param rows the heads first
         */
        record Table(List<List<Cell>> rows) implements Matter {}

        record Rule() implements Matter {}

        /** Of the end of a document that is too large to be shown in its form: as it was written. */
        record Rest(String source) implements Matter {}
    }

    /** A cell of a table. */
    record Cell(List<Span> spans, Side side) {}

    /** To which side a column is aligned. */
    enum Side {
        START,
        MIDDLE,
        END
    }
}
