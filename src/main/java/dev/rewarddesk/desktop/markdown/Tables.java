package dev.rewarddesk.desktop.markdown;

import dev.rewarddesk.desktop.markdown.Passage.Cell;
import dev.rewarddesk.desktop.markdown.Passage.Matter;
import dev.rewarddesk.desktop.markdown.Passage.Side;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** Reads tables. */
final class Tables {

    private Tables() {}

    /** The rows of a table, its heads first. */
    static Matter.Table read(TableBlock table) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        return new Matter.Table(List.copyOf(rows));
    }

    private static List<Cell> cells(Node row) {
        List<Cell> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell known) {
                cells.add(new Cell(Spans.within(known), side(known)));
            }
        }
        return List.copyOf(cells);
    }

    private static Side side(TableCell cell) {
        return switch (cell.getAlignment()) {
            case CENTER -> Side.MIDDLE;
            case RIGHT -> Side.END;
            case LEFT -> Side.START;
            case null -> Side.START;
        };
    }
}
