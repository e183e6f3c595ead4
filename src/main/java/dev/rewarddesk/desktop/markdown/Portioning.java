package dev.rewarddesk.desktop.markdown;

import dev.rewarddesk.desktop.markdown.Passage.Matter;
import java.util.ArrayList;
import java.util.List;

/** A document's passages in portions, each of which is laid out within a frame or so. */
final class Portioning {

    /** What one portion may weigh, unless a single passage weighs more. */
    static final int MOST = 1_200;

    // What a node costs besides its letters, in letters.
    private static final int NODE = 30;

    private Portioning() {}

    static List<List<Passage>> of(List<Passage> passages) {
        List<List<Passage>> portions = new ArrayList<>();
        List<Passage> portion = new ArrayList<>();
        int weight = 0;
        for (Passage passage : passages) {
            int one = weight(passage);
            if (!portion.isEmpty() && weight + one > MOST) {
                portions.add(List.copyOf(portion));
                portion.clear();
                weight = 0;
            }
            portion.add(passage);
            weight += one;
        }
        if (!portion.isEmpty()) {
            portions.add(List.copyOf(portion));
        }
        return portions;
    }

    static int weight(Passage passage) {
        return NODE
                + switch (passage.matter()) {
                    case Matter.Heading heading -> weight(heading.spans());
                    case Matter.Paragraph paragraph -> weight(paragraph.spans());
                    case Matter.Literal literal -> literal.text().length();
                    case Matter.Rest rest -> rest.source().length();
                    case Matter.Rule _ -> 0;
                    case Matter.Table table ->
                        table.rows().stream()
                                .flatMap(List::stream)
                                .mapToInt(cell -> NODE + weight(cell.spans()))
                                .sum();
                };
    }

    private static int weight(List<Span> spans) {
        return spans.stream().mapToInt(span -> NODE + span.text().length()).sum();
    }
}
