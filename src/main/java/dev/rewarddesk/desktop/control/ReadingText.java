package dev.rewarddesk.desktop.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.IndexRange;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Text to read: it wraps, scrolls, can be selected and copied, and runs in the direction that its first letter with one has.
 * Tab goes on to the next control. It is as tall as its text, up to its maximum height.
 */
public final class ReadingText extends TextArea {

    // A little to spare: a line that is too long by rounding would be broken by the text area.
    private static final double SPARE = 2;
    private static final double SCROLL_BAR = 16;
    // Words come again from text to text.
    private static final int WIDTHS_KEPT = 5_000;
    // The text that is read and the one that is expected, each in the width with and without a resize under way.
    private static final int LINES_KEPT = 4;

    private static final List<String> INSIDE = List.of(".scroll-pane", ".content");

    /** A text in lines no wider than {@code room}, and how tall these are; pixels. */
    private record Lines(String text, double room, LineBreaks breaks, double height) {}

    private final Text measure = new Text();
    private final Map<String, Double> widths = new HashMap<>();
    private final Map<String, Node> parts = new HashMap<>();
    private final Deque<Lines> lines = new ArrayDeque<>();
    private LineBreaks breaks = LineBreaks.none("");
    private String read = "";
    private double brokenFor = -1;

    public ReadingText() {
        getStyleClass().add("reading-text");
        setEditable(false);
        // Lines are broken here and never by the text area, which cannot do it for every script: see LineBreaks.
        setWrapText(false);
        setPrefRowCount(1);
        tabGoesOn(this);
        skinProperty().subscribe(parts::clear);
        measure.fontProperty().bind(fontProperty());
        fontProperty().subscribe(() -> {
            widths.clear();
            lines.clear();
            brokenFor = -1;
            breakFor(getWidth());
        });
    }

    /** Prepares for a text that is to be read soon: reading it then takes less time. */
    public void expect(String text) {
        double room = roomIn(getWidth());
        if (room > 0) {
            linesOf(text, room);
        }
    }

    /** Shows a text from its beginning. */
    public void read(String text) {
        read = text;
        brokenFor = -1;
        setNodeOrientation(directionOf(text));
        breakFor(getWidth());
        setScrollTop(0);
        requestLayout();
    }

    /** Scrolls by a share of what is seen, negative upwards. */
    public void scrollBy(double share) {
        setScrollTop(Math.max(0, getScrollTop() + share * getHeight()));
    }

    /** Copies what is selected, without the line feeds that only made it fit. */
    @Override
    public void copy() {
        IndexRange selected = getSelection();
        if (selected.getLength() == 0) {
            return;
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(breaks.original(selected.getStart(), selected.getEnd()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Makes Tab leave a text area as it leaves every other control. */
    public static void tabGoesOn(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    /** Wraps what is typed into an area, unless it is in a script that JavaFX cannot wrap. */
    public static void wrapWhereThatWorks(TextArea area) {
        area.setWrapText(true);
        // Before the text changes: while it is wrapped, such a text cannot even be measured.
        area.setTextFormatter(new TextFormatter<>(change -> {
            boolean wrap = !LineBreaks.areNeeded(change.getControlNewText());
            area.setWrapText(wrap);
            if (!wrap) {
                area.lookupAll(".text").forEach(node -> {
                    if (node instanceof Text text) {
                        text.setWrappingWidth(0);
                    }
                });
            }
            return change;
        }));
    }

    /** The direction of a text: that of its first character with a strong direction, as Unicode says (UAX 9, P2 and P3). */
    static NodeOrientation directionOf(String text) {
        return text.codePoints()
                .mapToObj(Character::getDirectionality)
                .filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isRightToLeft(direction))
                .findFirst()
                .filter(ReadingText::isRightToLeft)
                .map(_ -> NodeOrientation.RIGHT_TO_LEFT)
                .orElse(NodeOrientation.LEFT_TO_RIGHT);
    }

    @Override
    protected double computePrefHeight(double width) {
        double across = roomIn(width > 0 ? width : getWidth());
        if (across <= 0) {
            return super.computePrefHeight(width);
        }
        return linesOf(read, across).height() + around(inset -> inset.getTop() + inset.getBottom()) + SPARE;
    }

    @Override
    protected void layoutChildren() {
        breakFor(getWidth());
        super.layoutChildren();
        if (part(".scroll-pane") instanceof ScrollPane pane) {
            // Lines are as wide as the view, and the height is known: bars need not come and go by themselves.
            pane.setHbarPolicy(ScrollBarPolicy.NEVER);
            boolean fits = computePrefHeight(getWidth()) <= getHeight();
            pane.setVbarPolicy(fits ? ScrollBarPolicy.NEVER : ScrollBarPolicy.AS_NEEDED);
        }
    }

    private void breakFor(double width) {
        double room = roomIn(width);
        if (room == brokenFor || room <= 0) {
            return;
        }
        brokenFor = room;
        breaks = linesOf(read, room).breaks();
        double scrolled = getScrollTop();
        setText(breaks.broken());
        setScrollTop(scrolled);
    }

    private Lines linesOf(String text, double room) {
        for (Lines known : lines) {
            if (known.room() == room && known.text().equals(text)) {
                return known;
            }
        }
        LineBreaks fitting = LineBreaks.fitting(text, room, this::widthOf);
        measure.setText(fitting.broken());
        Lines found = new Lines(
                text, room, fitting, Math.ceil(measure.getLayoutBounds().getHeight()));
        if (lines.size() == LINES_KEPT) {
            lines.removeLast();
        }
        lines.addFirst(found);
        return found;
    }

    private double roomIn(double width) {
        double bar = part(".scroll-bar:vertical") instanceof ScrollBar vertical ? vertical.prefWidth(-1) : 0;
        return width - around(inset -> inset.getLeft() + inset.getRight()) - Math.max(bar, SCROLL_BAR) - SPARE;
    }

    /** What lies around the text on its way out to the control's edge. */
    private double around(ToDoubleFunction<Insets> side) {
        double sum = side.applyAsDouble(getInsets());
        for (String inside : INSIDE) {
            sum += part(inside) instanceof Region region ? side.applyAsDouble(region.getInsets()) : 0;
        }
        return sum;
    }

    /** A part of the text area's skin; null where that is not made yet. */
    private @Nullable Node part(String selector) {
        return parts.computeIfAbsent(selector, this::lookup);
    }

    private double widthOf(String piece) {
        if (widths.size() >= WIDTHS_KEPT) {
            widths.clear();
        }
        return widths.computeIfAbsent(piece, unknown -> {
            measure.setText(unknown);
            return measure.getLayoutBounds().getWidth();
        });
    }

    private static boolean isRightToLeft(byte direction) {
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
