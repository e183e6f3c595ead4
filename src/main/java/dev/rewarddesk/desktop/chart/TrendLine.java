package dev.rewarddesk.desktop.chart;

import dev.rewarddesk.desktop.text.Texts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** Mean scores day by day, from -1 at the bottom to 1 at the top, with a line at zero. */
public final class TrendLine extends Chart {

    private static final double WIDTH = 240;
    private static final double HEIGHT = 92;
    private static final double LEFT = 30;
    private static final double RIGHT = 8;
    private static final double TOP = 6;
    private static final double BOTTOM = 20;
    private static final Axis UPWARDS = new Axis(1, -1);

    /** More dots than these would be a smear. */
    private static final int MOST_DOTS = 60;

    private final Line zero = new Line();
    private final Polyline line = new Polyline();
    private final Label first = label();
    private final Label last = label();
    private final List<Label> scale = List.of(label(), label(), label());
    private List<Day> days = List.of();
    private List<Circle> dots = List.of();

    public TrendLine() {
        super("trend", WIDTH, HEIGHT);
        zero.getStyleClass().add("trend-zero");
        line.getStyleClass().add("trend-line");
        scale.getFirst().setText(Figures.tick(1));
        scale.get(1).setText(Figures.tick(0));
        scale.getLast().setText(Figures.tick(-1));
    }

    /** Shows these days, in order; there may be days without any between them. */
    public void show(List<Day> newDays) {
        days = List.copyOf(newDays);
        dots = days.size() > MOST_DOTS
                ? List.of()
                : days.stream().map(_ -> new Circle(3)).toList();
        dots.forEach(dot -> dot.getStyleClass().add("trend-dot"));
        first.setText(days.isEmpty() ? "" : Texts.date(days.getFirst().day()));
        last.setText(days.size() < 2 ? "" : Texts.date(days.getLast().day()));
        getChildren().setAll(zero, line, first, last);
        getChildren().addAll(scale);
        getChildren().addAll(dots);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double room = getHeight() - TOP - BOTTOM;
        double level = Math.round(TOP + UPWARDS.place(0, room)) + 0.5;
        zero.setStartX(LEFT);
        zero.setEndX(getWidth() - RIGHT);
        zero.setStartY(level);
        zero.setEndY(level);
        for (int i = 0; i < scale.size(); i++) {
            Label label = scale.get(i);
            label.autosize();
            label.relocate(LEFT - 6 - label.getWidth(), TOP + room * i / 2 - label.getHeight() / 2);
        }
        line.getPoints().clear();
        for (int i = 0; i < days.size(); i++) {
            double x = across(days.get(i).day());
            double y = TOP + UPWARDS.place(days.get(i).mean(), room);
            line.getPoints().addAll(x, y);
            if (!dots.isEmpty()) {
                dots.get(i).setCenterX(x);
                dots.get(i).setCenterY(y);
            }
        }
        first.autosize();
        last.autosize();
        double below = getHeight() - first.getHeight();
        first.relocate(days.size() == 1 ? (LEFT + getWidth() - first.getWidth()) / 2 : LEFT, below);
        last.relocate(getWidth() - RIGHT - last.getWidth(), below);
    }

    private double across(LocalDate day) {
        double room = getWidth() - LEFT - RIGHT;
        long whole =
                ChronoUnit.DAYS.between(days.getFirst().day(), days.getLast().day());
        return whole == 0
                ? LEFT + room / 2
                : LEFT + room * ChronoUnit.DAYS.between(days.getFirst().day(), day) / whole;
    }

    private static Label label() {
        Label label = new Label();
        label.getStyleClass().add("chart-label");
        return label;
    }

    /** One day's mean score. */
    public record Day(LocalDate day, double mean) {}
}
