package dev.rewarddesk.desktop.control;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.IndexRange;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Text to read: it wraps, scrolls, can be selected and copied, and runs in the direction that its first letter with one has.
 * Tab goes on to the next control. It is as tall as its text, up to its maximum height.
 */
public final class ReadingText extends TextArea {

    // A little to spare: a line that is too long by rounding would be broken by the text area.
    private static final double SPARE = 2;
    private static final double SCROLL_BAR = 16;

    private final Text measure = new Text();
    private final Map<String, Double> widths = new HashMap<>();
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
        measure.fontProperty().bind(fontProperty());
        fontProperty().subscribe(() -> {
            widths.clear();
            brokenFor = -1;
            breakFor(getWidth());
        });
    }

    /** Shows a text from its beginning. */
    public void read(String text) {
        read = text;
        brokenFor = -1;
        widths.clear();
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
        measure.setText(LineBreaks.fitting(read, across, this::widthOf).broken());
        return Math.ceil(measure.getLayoutBounds().getHeight())
                + around(inset -> inset.getTop() + inset.getBottom())
                + SPARE;
    }

    @Override
    protected void layoutChildren() {
        breakFor(getWidth());
        super.layoutChildren();
        if (lookup(".scroll-pane") instanceof ScrollPane pane) {
            // Lines are as wide as the view: a bar across would only come and go with the one down.
            pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        }
    }

    private void breakFor(double width) {
        double room = roomIn(width);
        if (room == brokenFor || room <= 0) {
            return;
        }
        brokenFor = room;
        breaks = LineBreaks.fitting(read, room, this::widthOf);
        double scrolled = getScrollTop();
        setText(breaks.broken());
        setScrollTop(scrolled);
    }

    private double roomIn(double width) {
        double bar = lookup(".scroll-bar:vertical") instanceof ScrollBar vertical ? vertical.prefWidth(-1) : 0;
        return width - around(inset -> inset.getLeft() + inset.getRight()) - Math.max(bar, SCROLL_BAR) - SPARE;
    }

    /** What lies around the text on its way out to the control's edge. */
    private double around(ToDoubleFunction<Insets> side) {
        return Stream.of(this, lookup(".scroll-pane"), lookup(".content"))
                .mapToDouble(part -> part instanceof Region region ? side.applyAsDouble(region.getInsets()) : 0)
                .sum();
    }

    private double widthOf(String piece) {
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
