package dev.rewarddesk.desktop.comparison;

import dev.rewarddesk.desktop.chart.Distributions;
import dev.rewarddesk.desktop.chart.Figures;
import dev.rewarddesk.desktop.chart.IntervalBar;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Comparison;
import dev.rewarddesk.model.Difference;
import dev.rewarddesk.model.Estimate;
import dev.rewarddesk.model.Evidence;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** Everything that a comparison has to say, on one sheet as tall as it needs to be: on the screen, and as a picture. */
final class ComparisonSheet {

    private static final double SMALLEST_REACH = 0.25;
    private static final double LARGEST_REACH = 2;
    private static final double ROUND_REACH = 0.25;

    private final ComparisonViewModel model;
    private final Comparison comparison;
    private final double reach;
    private final Parent root;

    @FXML
    private Label verdict;

    @FXML
    private Label paired;

    @FXML
    private Label firstLegend;

    @FXML
    private Label firstFigures;

    @FXML
    private Label secondLegend;

    @FXML
    private Label secondFigures;

    @FXML
    private Distributions distributions;

    @FXML
    private Label differenceTitle;

    @FXML
    private GridPane differences;

    @FXML
    private Label scaleHint;

    @FXML
    private Label imagesHint;

    @FXML
    private GridPane images;

    @FXML
    private Label method;

    ComparisonSheet(ComparisonViewModel model, Comparison comparison) {
        this.model = model;
        this.comparison = comparison;
        this.reach = reachOf(comparison);
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        String first = comparison.first().checkpoint().version();
        String second = comparison.second().checkpoint().version();
        verdict.setText(Verdict.of(comparison));
        paired.setText(Verdict.ofPaired(comparison));
        firstLegend.setText(first);
        secondLegend.setText(second);
        firstFigures.setText(figures(comparison.first()));
        secondFigures.setText(figures(comparison.second()));
        distributions.show(sample(comparison.first()), sample(comparison.second()));
        differenceTitle.setText(Texts.of("comparison.differences", first, second));
        scaleHint.setText(Texts.of("comparison.scale", reach, second, first));
        fillDifferences();
        fillImages(first, second);
        method.setText(Texts.of("comparison.method"));
    }

    private void fillDifferences() {
        differences.addRow(
                0,
                new Label(),
                new Label(),
                heading(Texts.of("comparison.column.difference")),
                heading(Texts.of("comparison.column.means")));
        Estimate one = comparison.first().summary().reward();
        Estimate other = comparison.second().summary().reward();
        row(Texts.of("comparison.row.all"), comparison.difference(), one, other);
        Estimate both = comparison.paired();
        row(Texts.of("comparison.row.paired", both.n()), both.mean(), both.low(), both.high(), "");
        comparison
                .byCategory()
                .forEach(category -> row(
                        Figures.category(category.category()),
                        category.difference(),
                        category.first(),
                        category.second()));
    }

    private void row(String name, Difference difference, @Nullable Estimate first, @Nullable Estimate second) {
        row(
                name,
                difference.mean(),
                difference.low(),
                difference.high(),
                Texts.of("comparison.means", mean(first), mean(second)));
    }

    private void row(String name, @Nullable Double mean, @Nullable Double low, @Nullable Double high, String means) {
        IntervalBar bar = IntervalBar.ofDifference(reach).show(mean, low, high);
        bar.setMaxWidth(Double.MAX_VALUE);
        String interval = Figures.interval(low, high);
        Tooltip.install(bar, new Tooltip(interval.isEmpty() ? Texts.of("evidence.too-few") : interval));
        Label difference = new Label(Figures.signed(mean));
        difference.getStyleClass().add("figure");
        Label both = new Label(means);
        both.getStyleClass().add("muted");
        differences.addRow(differences.getRowCount(), new Label(name), bar, difference, both);
    }

    private void fillImages(String first, String second) {
        imagesHint.setText(
                comparison.images().isEmpty()
                        ? Texts.of("comparison.images.none")
                        : Texts.of("comparison.images.hint", first, second));
        int columns = images.getColumnConstraints().size();
        for (int i = 0; i < comparison.images().size(); i++) {
            Comparison.OnImage one = comparison.images().get(i);
            images.add(new ImageCard(one, model.thumbnail(one.image())), i % columns, i / columns);
        }
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }

    private static String figures(Evidence evidence) {
        Estimate reward = evidence.summary().reward();
        String interval = Figures.interval(reward.low(), reward.high());
        String rewards = Texts.of(
                "comparison.rewards",
                evidence.summary().rewards(),
                evidence.summary().reviewers());
        return interval.isEmpty()
                ? Texts.of("comparison.legend.no-interval", mean(reward), rewards)
                : Texts.of("comparison.legend", mean(reward), interval, rewards);
    }

    private static Distributions.Sample sample(Evidence evidence) {
        return new Distributions.Sample(
                evidence.distribution(), evidence.summary().reward().mean());
    }

    private static String mean(@Nullable Estimate estimate) {
        return Figures.signed(estimate == null ? null : estimate.mean());
    }

    // As far as the means go, so that the one category with three answers does not make all others small.
    private static double reachOf(Comparison comparison) {
        double widest = Stream.concat(
                        Stream.of(comparison.difference()),
                        comparison.byCategory().stream().map(Comparison.InCategory::difference))
                .flatMapToDouble(difference ->
                        difference.mean() == null ? DoubleStream.empty() : DoubleStream.of(Math.abs(difference.mean())))
                .max()
                .orElse(0);
        double round = Math.ceil(widest * 1.5 / ROUND_REACH) * ROUND_REACH;
        return Math.clamp(round, SMALLEST_REACH, LARGEST_REACH);
    }
}
