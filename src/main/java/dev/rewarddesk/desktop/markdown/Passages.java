package dev.rewarddesk.desktop.markdown;

import dev.rewarddesk.desktop.control.VisibleText;
import dev.rewarddesk.desktop.markdown.Passage.Level;
import dev.rewarddesk.desktop.markdown.Passage.Marker;
import dev.rewarddesk.desktop.markdown.Passage.Matter;
import dev.rewarddesk.desktop.markdown.Passage.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads a document (CommonMark with tables, task lists and struck text) into passages. Needs no toolkit. Whatever the text is,
 * the answer is bounded: in depth, and in the number of passages and cells.
 */
final class Passages {

    private static final int DEEPEST = 40;
    private static final int MOST = 1500;
    private static final Parser PARSER = Parser.builder()
            .extensions(
                    List.of(TablesExtension.create(), StrikethroughExtension.create(), TaskListItemsExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private final List<Passage> passages = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private Optional<Marker> marker = Optional.empty();
    private boolean tight;
    private int counted;

    private Passages() {}

    /** The passages of a document, in order. */
    static List<Passage> of(String markdown) {
        Passages reading = new Passages();
        Node document = PARSER.parse(markdown);
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            int before = reading.passages.size();
            reading.read(block);
            if (reading.counted > MOST) {
                return reading.endingWithTheRest(before, markdown, block);
            }
        }
        return List.copyOf(reading.passages);
    }

    private List<Passage> endingWithTheRest(int kept, String markdown, Node from) {
        List<SourceSpan> spans = from.getSourceSpans();
        int start = spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
        List<Passage> shown = new ArrayList<>(passages.subList(0, kept));
        Place place = new Place(List.of(), Optional.empty(), true);
        Portions.of(VisibleText.of(markdown.substring(start)))
                .forEach(part -> shown.add(new Passage(place, new Matter.Rest(part))));
        return List.copyOf(shown);
    }

    private void read(Node block) {
        if (counted > MOST) {
            return;
        }
        switch (block) {
            case Heading heading -> add(new Matter.Heading(heading.getLevel(), Spans.within(heading)));
            case Paragraph paragraph ->
                Portions.of(Spans.within(paragraph)).forEach(part -> add(new Matter.Paragraph(part)));
            case FencedCodeBlock code -> literal(code.getLiteral());
            case IndentedCodeBlock code -> literal(code.getLiteral());
            case HtmlBlock html -> literal(html.getLiteral());
            case ThematicBreak _ -> add(new Matter.Rule());
            case BlockQuote quote -> within(Level.QUOTE, quote);
            case ListBlock list -> list(list);
            case TableBlock table -> table(table);
            case LinkReferenceDefinition _ -> {
                // Says what a link elsewhere leads to, which is shown there.
            }
            case TaskListItemMarker task -> marker = Optional.of(new Marker.Task(task.isChecked()));
            default -> children(block);
        }
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            read(child);
        }
    }

    private void within(Level level, Node parent) {
        levels.add(level);
        children(parent);
        levels.removeLast();
    }

    private void list(ListBlock list) {
        boolean outside = tight;
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        boolean first = true;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            // The first entry stands off from what is above the outermost list.
            tight = list.isTight() && (!first || levels.contains(Level.LIST));
            first = false;
            marker = Optional.of(
                    list instanceof BulletList
                            ? new Marker.Bullet()
                            : new Marker.Numeral(number++ + delimiter((OrderedList) list)));
            int before = passages.size();
            within(Level.LIST, item);
            if (passages.size() == before) {
                levels.add(Level.LIST);
                add(new Matter.Paragraph(List.of()));
                levels.removeLast();
            }
        }
        marker = Optional.empty();
        tight = outside;
    }

    private static String delimiter(OrderedList list) {
        return list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter();
    }

    private void table(TableBlock table) {
        Matter.Table read = Tables.read(table);
        counted += read.rows().stream().mapToInt(List::size).sum();
        add(read);
    }

    private void literal(String text) {
        Portions.of(VisibleText.of(text).stripTrailing()).forEach(part -> add(new Matter.Literal(part)));
    }

    private void add(Matter matter) {
        counted++;
        passages.add(new Passage(new Place(levels, marker, tight), matter));
        marker = Optional.empty();
    }
}
