package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.chart.Figures;
import dev.rewarddesk.desktop.chart.IntervalBar;
import dev.rewarddesk.desktop.chart.ShareBar;
import dev.rewarddesk.desktop.chart.TrendLine;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Evidence;
import dev.rewarddesk.model.EvidenceSummary;
import dev.rewarddesk.model.FeedbackType;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The evidence of the selected checkpoint. */
final class EvidenceView {

    private final EvidenceViewModel model;
    private final Parent root;

    @FXML
    private Node known;

    @FXML
    private Node loading;

    @FXML
    private VBox message;

    @FXML
    private Label messageTitle;

    @FXML
    private Label messageText;

    @FXML
    private Button tryAgain;

    @FXML
    private Label mean;

    @FXML
    private Label interval;

    @FXML
    private IntervalBar meanBar;

    @FXML
    private Label recorded;

    @FXML
    private GridPane facts;

    @FXML
    private ShareBar shares;

    @FXML
    private Label sharesText;

    @FXML
    private TrendLine trend;

    @FXML
    private GridPane categories;

    @FXML
    private GridPane types;

    @FXML
    private Label method;

    EvidenceView(EvidenceViewModel model) {
        this.model = model;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        tryAgain.setOnAction(_ -> model.again());
        Wrapping.whereSafe(messageText);
        interval.setTooltip(new Tooltip(Texts.of("evidence.method")));
        method.setText(Texts.of("evidence.method"));
        model.stateProperty().subscribe(this::show);
    }

    private void show(EvidenceState state) {
        switch (state) {
            case EvidenceState.None _ -> say("evidence.none.title", Texts.of("evidence.none"));
            case EvidenceState.Loading _ -> showOnly(loading);
            case EvidenceState.ForLeads _ -> say("evidence.leads.title", Texts.of("evidence.leads"));
            case EvidenceState.Failed(String reason) -> say("evidence.failed", reason);
            case EvidenceState.Unscored(Evidence evidence) ->
                say(
                        "evidence.unscored.title",
                        Texts.of("evidence.unscored", evidence.checkpoint().version()));
            case EvidenceState.Known(Evidence evidence) -> {
                fill(evidence);
                showOnly(known);
            }
        }
        boolean failed = state instanceof EvidenceState.Failed;
        tryAgain.setVisible(failed);
        tryAgain.setManaged(failed);
    }

    private void say(String titleKey, String text) {
        messageTitle.setText(Texts.of(titleKey));
        messageText.setText(text);
        showOnly(message);
    }

    private void showOnly(Node shown) {
        for (Node node : List.of(known, loading, message)) {
            node.setVisible(node.equals(shown));
        }
    }

    private void fill(Evidence evidence) {
        EvidenceSummary summary = evidence.summary();
        String words = Figures.interval(summary.reward().low(), summary.reward().high());
        mean.setText(Figures.signed(summary.reward().mean()));
        interval.setText(words.isEmpty() ? Texts.of("evidence.too-few") : Texts.of("evidence.interval", words));
        meanBar.show(
                summary.reward().mean(),
                summary.reward().low(),
                summary.reward().high());
        Double difference = evidence.recordedDifference();
        recorded.setText(Texts.of(
                "evidence.recorded",
                Figures.signed(evidence.checkpoint().avgReward()),
                Figures.higher(difference == null ? 0 : difference)));
        facts.getChildren().clear();
        fact("evidence.rewards", Texts.of("evidence.rewards.value", summary.rewards(), summary.responses()));
        fact("evidence.reviewers", Texts.of("figure.count", summary.reviewers()));
        fact("evidence.seconds", seconds(summary.medianSeconds()));
        fact("evidence.agreement", agreement(evidence.agreement()));
        fillShares(summary);
        trend.show(evidence.trend().stream()
                .map(day -> new TrendLine.Day(day.day(), day.mean()))
                .toList());
        categories.getChildren().clear();
        evidence.byCategory().forEach(this::category);
        types.getChildren().clear();
        evidence.byFeedbackType().forEach(this::type);
    }

    private void fillShares(EvidenceSummary summary) {
        shares.show(List.of(
                new ShareBar.Share(summary.positive(), "positive"),
                new ShareBar.Share(summary.neutral(), "neutral"),
                new ShareBar.Share(summary.negative(), "negative")));
        sharesText.setText(Texts.of(
                "evidence.shares",
                Figures.share(summary.positive(), summary.rewards()),
                Figures.share(summary.neutral(), summary.rewards()),
                Figures.share(summary.negative(), summary.rewards())));
    }

    private void fact(String key, String value) {
        Label name = new Label(Texts.of(key));
        name.getStyleClass().add("muted");
        Label words = new Label(value);
        Wrapping.whereSafe(words);
        facts.addRow(facts.getRowCount(), name, words);
    }

    private void category(Evidence.InCategory one) {
        IntervalBar bar = IntervalBar.ofScore()
                .show(one.reward().mean(), one.reward().low(), one.reward().high());
        String words = Figures.interval(one.reward().low(), one.reward().high());
        Tooltip.install(bar, new Tooltip(words.isEmpty() ? Texts.of("evidence.too-few") : words));
        categories.addRow(
                categories.getRowCount(),
                new Label(Figures.category(one.category())),
                bar,
                number(Figures.signed(one.reward().mean())),
                count(one.rewards()));
    }

    private void type(Evidence.OfType one) {
        types.addRow(
                types.getRowCount(),
                new Label(name(one.feedbackType())),
                number(Figures.signed(one.mean())),
                count(one.rewards()));
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("figure");
        return label;
    }

    private static Label count(long rewards) {
        Label label = new Label(Texts.of("evidence.count", rewards));
        label.getStyleClass().add("muted");
        return label;
    }

    private static String name(@Nullable FeedbackType type) {
        return type == null ? Texts.of("evidence.no-type") : Texts.of("feedback.", type);
    }

    private static String seconds(@Nullable Double median) {
        return median == null ? Texts.of("evidence.seconds.none") : Texts.of("evidence.seconds.value", median);
    }

    private static String agreement(Evidence.Agreement agreement) {
        Double alpha = agreement.alpha();
        return alpha == null
                ? Texts.of("evidence.agreement.none")
                : Texts.of("evidence.agreement.value", alpha, agreement.responses());
    }
}
