package dev.rewarddesk.desktop.control;

import javafx.geometry.NodeOrientation;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/**
 * Text to read: it wraps, scrolls, can be selected and copied, and runs in the direction that its first letter with one has.
 * Tab goes on to the next control. It is as tall as its text, up to its maximum height.
 */
public final class ReadingText extends TextArea {

    private static final double PADDING = 18;

    private final Text measure = new Text();

    public ReadingText() {
        getStyleClass().add("reading-text");
        setEditable(false);
        setWrapText(true);
        setPrefRowCount(1);
        tabGoesOn(this);
        measure.fontProperty().bind(fontProperty());
        measure.textProperty().bind(textProperty());
        textProperty().subscribe(text -> {
            setNodeOrientation(directionOf(text));
            setScrollTop(0);
            requestLayout();
        });
    }

    /** Scrolls by a share of what is seen, negative upwards. */
    public void scrollBy(double share) {
        setScrollTop(Math.max(0, getScrollTop() + share * getHeight()));
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
        double across = (width > 0 ? width : getWidth()) - PADDING - 4;
        if (across <= 0) {
            return super.computePrefHeight(width);
        }
        measure.setWrappingWidth(across);
        return Math.ceil(measure.getLayoutBounds().getHeight()) + PADDING;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // A scroll bar that is never needed across must not come up because one down has taken some width.
        if (lookup(".scroll-pane") instanceof ScrollPane pane) {
            pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        }
    }

    private static boolean isRightToLeft(byte direction) {
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
