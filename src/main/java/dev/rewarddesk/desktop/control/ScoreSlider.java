package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Score;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A score from -1 to 1 on a line with a clear zero, from which a bar runs to the score. It shows what it is told and reports
 * what the person wants; a score that is only suggested has a hollow thumb. Keys are the screen's affair.
 */
public final class ScoreSlider extends Region {

    private static final PseudoClass SUGGESTED = PseudoClass.getPseudoClass("suggested");
    private static final PseudoClass UNSET = PseudoClass.getPseudoClass("unset");
    private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
    private static final int STEPS = (int) Math.round(1 / Score.STEP);
    private static final int STEPS_BETWEEN_LABELS = STEPS / 2;

    private static final double EDGE = 18;
    private static final double LINE_Y = 14;
    private static final double TRACK = 6;
    private static final double THUMB = 20;
    private static final double ZERO_HEIGHT = 26;
    private static final double TICKS_Y = 27;
    private static final double LABELS_Y = 35;
    private static final double HEIGHT = 54;

    private final Region track = part("score-track");
    private final Region bar = part("score-bar");
    private final Region zero = part("score-zero");
    private final Region thumb = part("score-thumb");
    private final Region[] ticks =
            IntStream.rangeClosed(-STEPS, STEPS).mapToObj(ScoreSlider::tick).toArray(Region[]::new);
    private final Label[] labels =
            IntStream.rangeClosed(-2, 2).mapToObj(half -> label(half / 2.0)).toArray(Label[]::new);
    private @Nullable Score score;
    private Consumer<Score> chosen = _ -> {};

    public ScoreSlider() {
        getStyleClass().add("score-slider");
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleText(Texts.of("score.accessible"));
        setFocusTraversable(true);
        getChildren().addAll(ticks);
        getChildren().addAll(labels);
        getChildren().addAll(track, zero, bar, thumb);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pointed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pointed);
        show(null, false);
    }

    /**
     * Shows a score.
     *
     * @param now null while there is none
     * @param suggested whether it is a suggestion and not the person's own
     */
    public void show(@Nullable Score now, boolean suggested) {
        score = now;
        pseudoClassStateChanged(UNSET, now == null);
        pseudoClassStateChanged(SUGGESTED, suggested);
        pseudoClassStateChanged(NEGATIVE, now != null && now.value() < 0);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE_STRING);
        requestLayout();
    }

    /** What to do when the person points at a score. */
    public void onChosen(Consumer<Score> action) {
        chosen = action;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> score == null ? 0.0 : score.value();
            case VALUE_STRING -> score == null ? Texts.of("score.accessible.none") : ScoreText.of(score);
            case MIN_VALUE -> -1.0;
            case MAX_VALUE -> 1.0;
            case ORIENTATION -> Orientation.HORIZONTAL;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        Score now = score == null ? Score.ZERO : score;
        switch (action) {
            case INCREMENT -> chosen.accept(now.plusSteps(1));
            case DECREMENT -> chosen.accept(now.plusSteps(-1));
            case SET_VALUE -> {
                if (parameters.length > 0 && parameters[0] instanceof Number number) {
                    chosen.accept(Score.nearest(number.doubleValue()));
                }
            }
            default -> super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 360;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected void layoutChildren() {
        double middle = xOf(0);
        track.resizeRelocate(EDGE, LINE_Y - TRACK / 2, getWidth() - 2 * EDGE, TRACK);
        zero.resizeRelocate(middle - 1, LINE_Y - ZERO_HEIGHT / 2, 2, ZERO_HEIGHT);
        double at = xOf(score == null ? 0 : score.value());
        bar.resizeRelocate(Math.min(at, middle), LINE_Y - TRACK / 2, Math.abs(at - middle), TRACK);
        thumb.resizeRelocate(at - THUMB / 2, LINE_Y - THUMB / 2, THUMB, THUMB);
        for (int i = 0; i < ticks.length; i++) {
            boolean labelled = (i - STEPS) % STEPS_BETWEEN_LABELS == 0;
            ticks[i].resizeRelocate(snapPositionX(xOf((i - STEPS) * Score.STEP)) - 0.5, TICKS_Y, 1, labelled ? 6 : 3);
        }
        for (int i = 0; i < labels.length; i++) {
            Label label = labels[i];
            label.autosize();
            double centred = xOf((i - 2) / 2.0) - label.getWidth() / 2;
            label.relocate(Math.clamp(centred, 0, Math.max(0, getWidth() - label.getWidth())), LABELS_Y);
        }
    }

    private void pointed(MouseEvent event) {
        requestFocus();
        double share = (event.getX() - EDGE) / (getWidth() - 2 * EDGE);
        chosen.accept(Score.nearest(share * 2 - 1));
        event.consume();
    }

    private double xOf(double value) {
        return EDGE + (getWidth() - 2 * EDGE) * (value + 1) / 2;
    }

    private static Region tick(int step) {
        Region tick = part("score-tick");
        tick.getStyleClass().add(step % STEPS_BETWEEN_LABELS == 0 ? "major" : "minor");
        return tick;
    }

    private static Label label(double value) {
        Label label = new Label(ScoreText.of(new Score(value)));
        label.getStyleClass().add(value == 0 ? "score-label-zero" : "score-label");
        label.setAlignment(Pos.CENTER);
        label.setMouseTransparent(true);
        return label;
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.setMouseTransparent(true);
        part.setManaged(false);
        return part;
    }
}
