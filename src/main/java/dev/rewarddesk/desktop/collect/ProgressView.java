package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectProgress;
import dev.rewarddesk.collect.session.CollectProgress.Stage;
import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** How far a run is, what it brought, and at its end what is left. */
final class ProgressView {

    private static final int MOST_PICTURES = 12;

    private final CollectDesk desk;
    private final Glimpses glimpses;
    private final Runnable another;
    private final Parent root;
    private List<UUID> recent = List.of();

    @FXML
    private Label stage;

    @FXML
    private Label session;

    @FXML
    private ProgressBar bar;

    @FXML
    private Label pace;

    @FXML
    private Label pagesRead;

    @FXML
    private Label newImages;

    @FXML
    private Label duplicates;

    @FXML
    private Label alike;

    @FXML
    private Label notTaken;

    @FXML
    private Label waiting;

    @FXML
    private Node arrived;

    @FXML
    private FlowPane pictures;

    @FXML
    private VBox reasons;

    @FXML
    private Label ending;

    @FXML
    private Button pause;

    @FXML
    private Button stop;

    @FXML
    private Button resume;

    @FXML
    private Button anew;

    /** @param another opens the form of another run */
    ProgressView(CollectDesk desk, Glimpses glimpses, Runnable another) {
        this.desk = desk;
        this.glimpses = glimpses;
        this.another = another;
        this.root = Fxml.load(this);
        KeyBindings.on(root).bind(Shortcut.COLLECT_PAUSE, this::pauseOrGoOn).bind(Shortcut.COLLECT_STOP, desk::cancel);
        desk.progressProperty().subscribe(now -> now.ifPresent(this::show));
        desk.reportProperty().subscribe(this::showEnd);
    }

    Parent root() {
        return root;
    }

    void focus() {
        (pause.isVisible() ? pause : resume.isVisible() ? resume : anew).requestFocus();
    }

    @FXML
    private void initialize() {
        pause.setOnAction(_ -> pauseOrGoOn());
        pause.setTooltip(new Tooltip(Shortcut.COLLECT_PAUSE.tooltip()));
        stop.setOnAction(_ -> desk.cancel());
        stop.setTooltip(new Tooltip(Shortcut.COLLECT_STOP.tooltip()));
        resume.setOnAction(_ -> desk.reportProperty()
                .get()
                .ifPresent(report -> desk.resume(report.session(), UnaryOperator.identity(), this::refused)));
        anew.setOnAction(_ -> another.run());
        for (Node button : List.of(pause, stop, resume, anew, ending, arrived)) {
            button.managedProperty().bind(button.visibleProperty());
        }
        Wrapping.whereSafe(ending);
        showEnd(Optional.empty());
    }

    private void pauseOrGoOn() {
        if (desk.progressProperty()
                .get()
                .filter(now -> now.stage() == Stage.PAUSED)
                .isPresent()) {
            desk.goOn();
        } else {
            desk.pause();
        }
    }

    private void show(CollectProgress now) {
        stage.setText(Texts.of("collect.stage.", now.stage()));
        session.setText(Texts.of("collect.session", now.session()));
        pause.setText(Texts.of(now.stage() == Stage.PAUSED ? "collect.go-on" : "collect.pause"));
        pagesRead.setText(Texts.of("collect.figure", now.pages()));
        newImages.setText(Texts.of("collect.figure", now.newImages()));
        duplicates.setText(Texts.of("collect.figure", now.duplicates()));
        alike.setText(Texts.of("collect.figure", now.near()));
        notTaken.setText(Texts.of(
                "collect.figure",
                now.refused().values().stream().mapToLong(Long::longValue).sum()));
        waiting.setText(Texts.of("collect.figure", now.pagesWaiting() + now.imagesWaiting()));
        double done = now.pages() + now.images();
        double known = done + now.pagesWaiting() + now.imagesWaiting();
        bar.setProgress(known == 0 ? ProgressBar.INDETERMINATE_PROGRESS : done / known);
        pace.setText(RunWords.pace(now));
        reasons.getChildren()
                .setAll(now.refused().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(ProgressView::reason)
                        .toList());
        List<UUID> newest = now.recent().stream().limit(MOST_PICTURES).toList();
        if (!newest.equals(recent)) {
            recent = newest;
            pictures.getChildren().setAll(glimpses.of(newest));
        }
        arrived.setVisible(!newest.isEmpty());
    }

    private void showEnd(Optional<CollectReport> report) {
        boolean ended = report.isPresent();
        pause.setVisible(!ended);
        stop.setVisible(!ended);
        anew.setVisible(ended);
        resume.setVisible(report.filter(CollectReport::canGoOn).isPresent());
        ending.setVisible(ended);
        report.ifPresent(done -> {
            boolean hadFocus = pause.isFocused() || stop.isFocused();
            bar.setProgress(done.canGoOn() ? bar.getProgress() : 1);
            stage.setText(RunWords.state(done.state()));
            ending.setText(RunWords.ending(done));
            if (hadFocus) {
                focus();
            }
        });
    }

    private void refused(ServiceFailure failure) {
        ending.setText(failure.getMessage());
    }

    private static Label reason(Map.Entry<String, Long> counted) {
        Label label = new Label(RunWords.reason(counted.getKey(), counted.getValue()));
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        return label;
    }
}
