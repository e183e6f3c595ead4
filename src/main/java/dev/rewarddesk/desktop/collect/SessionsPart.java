package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.collect.session.NotTaken;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** The runs that there were. */
public final class SessionsPart implements Screen {

    private final SessionsViewModel model;
    private final Parent root;
    private Runnable goOn = () -> {};
    private Consumer<CollectSettings> again = _ -> {};

    @FXML
    private ListView<CollectReport> sessionList;

    @FXML
    private Node noSessions;

    @FXML
    private Label sessionsProblem;

    @FXML
    private Node detail;

    @FXML
    private Label detailTitle;

    @FXML
    private Label detailState;

    @FXML
    private Label detailFacts;

    @FXML
    private Label detailSettings;

    @FXML
    private Button detailGoOn;

    @FXML
    private Button detailAgain;

    @FXML
    private Label notTakenTitle;

    @FXML
    private ListView<NotTaken> notTakenList;

    public SessionsPart(SessionsViewModel model) {
        this.model = model;
        this.root = Fxml.load(this);
        KeyBindings.on(root).bind(Shortcut.RELOAD, model::load);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.load();
        sessionList.requestFocus();
    }

    /** @param run when a run goes on */
    void onGoOn(Runnable run) {
        goOn = run;
    }

    /** @param take takes what a former run was to do */
    void onAgain(Consumer<CollectSettings> take) {
        again = take;
    }

    @FXML
    private void initialize() {
        sessionList.setItems(model.sessions());
        sessionList.setCellFactory(_ -> new SessionCell());
        Label loading = new Label();
        loading.getStyleClass().add("muted");
        loading.textProperty()
                .bind(model.loadingProperty().map(busy -> busy ? Texts.of("collect.sessions.loading") : ""));
        sessionList.setPlaceholder(loading);
        sessionList.getSelectionModel().selectedItemProperty().subscribe(report -> {
            if (report != null) {
                model.look(report);
            }
        });
        model.sessions().subscribe(this::keepSelection);
        noSessions
                .visibleProperty()
                .bind(model.loadingProperty()
                        .not()
                        .and(Bindings.isEmpty(model.sessions()))
                        .and(model.problemProperty().isEmpty()));
        sessionsProblem.textProperty().bind(model.problemProperty());
        Wrapping.whereSafe(sessionsProblem);
        sessionsProblem.visibleProperty().bind(sessionsProblem.textProperty().isNotEmpty());
        sessionsProblem.managedProperty().bind(sessionsProblem.visibleProperty());
        detailGoOn.managedProperty().bind(detailGoOn.visibleProperty());
        detailGoOn.setOnAction(_ -> {
            model.goOn();
            goOn.run();
        });
        detailAgain.setOnAction(_ -> model.detailProperty().get().ifPresent(shown -> again.accept(shown.settings())));
        notTakenList.setCellFactory(_ -> new NotTakenCell());
        model.detailProperty().subscribe(this::show);
    }

    private void keepSelection() {
        Optional<SessionsViewModel.Detail> looked = model.detailProperty().get();
        List<CollectReport> all = model.sessions();
        if (all.isEmpty() || sessionList.getSelectionModel().getSelectedItem() != null) {
            return;
        }
        int index = 0;
        for (int i = 0; i < all.size(); i++) {
            String id = all.get(i).session();
            index = looked.filter(shown -> shown.report().session().equals(id)).isPresent() ? i : index;
        }
        sessionList.getSelectionModel().select(index);
    }

    private void show(Optional<SessionsViewModel.Detail> looked) {
        detail.setVisible(looked.isPresent());
        looked.ifPresent(shown -> {
            CollectReport report = shown.report();
            detailTitle.setText(String.join("\n", report.urls()));
            detailState.setText(RunWords.state(report.state()));
            detailFacts.setText(RunWords.facts(report));
            detailSettings.setText(RunWords.settings(shown.settings()));
            detailGoOn.setVisible(report.canGoOn());
            detailGoOn.setDisable(model.isBusy());
            detailAgain.setDisable(model.isBusy());
            notTakenTitle.setText(
                    Texts.of("collect.not-taken.title", shown.notTaken().size()));
            notTakenList.getItems().setAll(shown.notTaken());
            notTakenList.setVisible(!shown.notTaken().isEmpty());
        });
    }
}
