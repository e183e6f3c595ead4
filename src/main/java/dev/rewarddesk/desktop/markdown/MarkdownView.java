package dev.rewarddesk.desktop.markdown;

import dev.rewarddesk.desktop.control.FlowingText;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.markdown.Passage.Marker;
import dev.rewarddesk.desktop.markdown.Passage.Matter;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Markdown to read. Links are opened by a click, or by Enter where they have the focus, and in no other way; images are named and
 * never fetched, HTML is text. Only links take the focus. A long document comes in portions, a frame each, so that nothing else
 * has to wait for it; put it into something that scrolls.
 */
public final class MarkdownView extends VBox {

    // What is longer is read in the background: reading takes time with the length, and with what it is made to do.
    private static final int READ_AT_ONCE = 8_000;

    private final Consumer<URI> open;
    private final Deque<List<Passage>> left = new ArrayDeque<>();
    private final AnimationTimer filling = new AnimationTimer() {
        @Override
        public void handle(long now) {
            addPortion();
        }
    };
    private int shown;

    /** @param open opens an address of the web, which is http or https */
    public MarkdownView(Consumer<URI> open) {
        this.open = open;
        getStyleClass().add("markdown");
    }

    /** Shows a document in place of the one before. */
    public void show(String markdown) {
        filling.stop();
        shown++;
        if (markdown.length() <= READ_AT_ONCE) {
            begin(Passages.of(markdown));
        } else {
            int now = shown;
            Thread.ofVirtual().name("markdown").start(() -> {
                List<Passage> passages = Passages.of(markdown);
                Platform.runLater(() -> {
                    if (now == shown) {
                        begin(passages);
                    }
                });
            });
        }
    }

    private void begin(List<Passage> passages) {
        getChildren().clear();
        left.clear();
        left.addAll(Portioning.of(passages));
        addPortion();
        if (!left.isEmpty()) {
            filling.start();
        }
    }

    private void addPortion() {
        List<Passage> portion = left.poll();
        if (portion == null) {
            filling.stop();
        } else {
            getChildren().addAll(portion.stream().map(this::rowOf).toList());
        }
    }

    private Node rowOf(Passage passage) {
        Node content = nodeOf(passage.matter());
        PassageRow row = new PassageRow(
                passage.place().levels(), passage.place().marker().map(MarkdownView::markerOf), content);
        row.getStyleClass().add(passage.place().close() ? "markdown-close" : "markdown-apart");
        row.setNodeOrientation(content.getNodeOrientation());
        return row;
    }

    private Node nodeOf(Matter matter) {
        return switch (matter) {
            case Matter.Heading heading ->
                text(heading.spans(), "markdown-heading", "markdown-heading-" + heading.level());
            case Matter.Paragraph paragraph -> text(paragraph.spans(), "markdown-paragraph");
            case Matter.Literal literal -> plain(literal.text(), "markdown-literal");
            case Matter.Rest rest -> plain(rest.source(), "markdown-rest");
            case Matter.Table table ->
                new TableGrid(table.rows().stream()
                        .map(row -> row.stream().map(this::cellOf).toList())
                        .toList());
            case Matter.Rule _ -> {
                Region line = new Region();
                line.getStyleClass().add("markdown-rule");
                yield line;
            }
        };
    }

    private static FlowingText plain(String words, String style) {
        FlowingText text = new FlowingText(
                List.of(new FlowingText.Run(words.stripTrailing(), List.of("markdown-text"), Optional.empty())));
        text.getStyleClass().add(style);
        return text;
    }

    private FlowingText cellOf(Passage.Cell cell) {
        FlowingText text = text(cell.spans(), "markdown-cell");
        text.alignTo(
                switch (cell.side()) {
                    case START -> 0;
                    case MIDDLE -> 0.5;
                    case END -> 1;
                });
        return text;
    }

    private FlowingText text(List<Span> spans, String... styles) {
        FlowingText text = new FlowingText(spans.stream()
                .map(span -> new FlowingText.Run(
                        span.text(), stylesOf(span), span.address().map(address ->
                                (Runnable) () -> open.accept(address))))
                .toList());
        text.getStyleClass().addAll(styles);
        return text;
    }

    private static List<String> stylesOf(Span span) {
        return Stream.concat(
                        Stream.of("markdown-text"),
                        span.styles().stream()
                                .map(style -> "markdown-" + style.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Region markerOf(Marker marker) {
        Region node = switch (marker) {
            case Marker.Bullet _ -> new Label("•");
            case Marker.Numeral number -> new Label(number.text());
            case Marker.Task task -> new StackPane(Icon.of(task.done() ? Feather.CHECK_SQUARE : Feather.SQUARE));
        };
        node.getStyleClass().add("markdown-marker");
        return node;
    }
}
