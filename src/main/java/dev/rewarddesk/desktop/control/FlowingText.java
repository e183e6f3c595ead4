package dev.rewarddesk.desktop.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;

/**
 * A paragraph in several styles, broken into lines by ourselves (see {@link LineBreaks}), in the direction that its first
 * letter with one has. Only what can be clicked takes the focus.
 */
public final class FlowingText extends Region {

    // A little to spare: a line that is too long by rounding would be broken by the text flow.
    private static final double SPARE = 2;
    private static final double NARROWEST = 24;

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private final TextFlow flow = new TextFlow();
    private final Path focus = new Path();
    private final Text measure = new Text();
    private final Map<Font, Map<String, Double>> widths = new HashMap<>();
    private final Map<Double, Double> heights = new HashMap<>();
    private double brokenFor = -1;

    /** @param runs the paragraph's parts in order; line feeds in them end a line */
    public FlowingText(List<Run> runs) {
        getStyleClass().add("flowing-text");
        StringBuilder all = new StringBuilder();
        for (Run run : runs) {
            pieces.add(new Piece(all.length(), all.length() + run.text().length(), nodeOf(run)));
            all.append(run.text());
        }
        text = all.toString();
        pieces.forEach(piece -> flow.getChildren().add(piece.node()));
        flow.setManaged(false);
        focus.setManaged(false);
        focus.setMouseTransparent(true);
        focus.getStyleClass().add("link-focus");
        getChildren().addAll(focus, flow);
        setNodeOrientation(ReadingText.directionOf(text));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text);
    }

    /**
     * A part of a paragraph in one style.
     *
     * @param styles style classes
     * @param onClick what a click with the main button does; empty for nothing
     */
    public record Run(String text, List<String> styles, Optional<Runnable> onClick) {}

    /** The whole text as it was given. */
    public String text() {
        return text;
    }

    /** Where lines stand: 0 at the beginning of the line, 1 at its end. */
    public void alignTo(double share) {
        flow.setTextAlignment(share <= 0 ? TextAlignment.LEFT : share < 1 ? TextAlignment.CENTER : TextAlignment.RIGHT);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return NARROWEST;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(widestLine()) + SPARE + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double across = width > 0 ? width : prefWidth(-1);
        return heights.computeIfAbsent(across, wide -> {
            breakFor(wide);
            return Math.ceil(flow.prefHeight(-1)) + snappedTopInset() + snappedBottomInset();
        });
    }

    @Override
    protected void layoutChildren() {
        breakFor(getWidth());
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        flow.resizeRelocate(snappedLeftInset(), snappedTopInset(), Math.max(room, 1), flow.prefHeight(-1));
        markFocus();
    }

    private void markFocus() {
        focus.getElements().clear();
        int at = 0;
        for (Piece piece : pieces) {
            int end = at + piece.node().getText().length();
            if (piece.node().isFocused()) {
                focus.getElements().setAll(flow.getRangeShape(at, end, false));
                focus.relocate(
                        flow.getLayoutX() + focus.getBoundsInLocal().getMinX(),
                        flow.getLayoutY() + focus.getBoundsInLocal().getMinY());
            }
            at = end;
        }
    }

    private Text nodeOf(Run run) {
        Text node = new Text(run.text());
        node.getStyleClass().addAll(run.styles());
        node.fontProperty().subscribe(() -> {
            heights.clear();
            brokenFor = -1;
            requestLayout();
        });
        run.onClick().ifPresent(action -> {
            node.setCursor(Cursor.HAND);
            node.setFocusTraversable(true);
            node.setAccessibleRole(AccessibleRole.HYPERLINK);
            node.setAccessibleText(run.text());
            node.focusedProperty().subscribe((_, _) -> markFocus());
            node.setOnKeyPressed(press -> {
                if (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE) {
                    press.consume();
                    action.run();
                }
            });
            node.setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                    action.run();
                }
            });
        });
        return node;
    }

    private void breakFor(double width) {
        double room = Math.max(NARROWEST, width - snappedLeftInset() - snappedRightInset()) - SPARE;
        if (room == brokenFor) {
            return;
        }
        brokenFor = room;
        List<Integer> breaks = LineBreaks.fitting(text, room, this::extent).places();
        int next = 0;
        for (Piece piece : pieces) {
            StringBuilder shown = new StringBuilder(text.substring(piece.from(), piece.to()));
            int inserted = 0;
            while (next < breaks.size() && breaks.get(next) < piece.to()) {
                shown.insert(breaks.get(next) - piece.from() + inserted, '\n');
                inserted++;
                next++;
            }
            piece.node().setText(shown.toString());
        }
    }

    private double widestLine() {
        double widest = 0;
        for (int from = 0; from < text.length(); ) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed;
            widest = Math.max(widest, extent(from, to));
            from = to + 1;
        }
        return widest;
    }

    private double extent(int from, int to) {
        double width = 0;
        for (Piece piece : pieces) {
            int start = Math.max(from, piece.from());
            int end = Math.min(to, piece.to());
            if (start < end) {
                width += widthOf(
                        text.substring(start, end).replace("\n", ""),
                        piece.node().getFont());
            }
        }
        return width;
    }

    private double widthOf(String words, Font font) {
        return widths.computeIfAbsent(font, _ -> new HashMap<>()).computeIfAbsent(words, _ -> {
            measure.setFont(font);
            measure.setText(words);
            return measure.getLayoutBounds().getWidth();
        });
    }

    private record Piece(int from, int to, Text node) {}
}
