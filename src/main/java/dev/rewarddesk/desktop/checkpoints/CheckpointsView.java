package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.comparison.ComparisonView;
import dev.rewarddesk.desktop.comparison.Destination;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Schedule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The screen of the checkpoints. */
public final class CheckpointsView implements Screen {

    private final CheckpointsViewModel model;
    private final Overlay overlay;
    private final ComparisonView comparison;
    private final Parent root;

    @FXML
    private StackPane pages;

    @FXML
    private VBox page;

    @FXML
    private Tab evidenceTab;

    @FXML
    private Tab schedulesTab;

    @FXML
    private CheckpointTable table;

    @FXML
    private ListView<Activation> history;

    @FXML
    private Label activeVersion;

    @FXML
    private Label activeFacts;

    @FXML
    private HBox activeCard;

    @FXML
    private Label problem;

    @FXML
    private Label readOnly;

    @FXML
    private Node loaded;

    @FXML
    private Node loading;

    @FXML
    private Node empty;

    @FXML
    private Node failed;

    @FXML
    private Button create;

    @FXML
    private Button createFirst;

    @FXML
    private Button compare;

    @FXML
    private Button activate;

    @FXML
    private Button rollback;

    @FXML
    private Button delete;

    @FXML
    private Button tryAgain;

    /** @param destination asked where pictures and tables of comparisons go */
    public CheckpointsView(CheckpointsViewModel model, Overlay overlay, Destination destination) {
        this.model = model;
        this.overlay = overlay;
        this.comparison = new ComparisonView(model.comparison(), destination);
        this.root = Fxml.load(this);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.load();
        model.listen();
        focusWhatIsShown();
    }

    @Override
    public void onHide() {
        model.stopListening();
    }

    @FXML
    private void initialize() {
        history.setItems(model.history());
        history.setCellFactory(_ -> new ActivationCell());
        history.setPlaceholder(new Label(Texts.of("checkpoints.history.empty")));
        table.show(model.checkpoints());
        table.getSelectionModel().selectedItemProperty().subscribe(this::showEvidence);
        evidenceTab.setContent(new EvidenceView(model.evidence()).root());
        schedulesTab.setContent(new SchedulesView(model).root());
        schedulesTab.textProperty().bind(waiting());
        problem.textProperty().bind(model.problemProperty());
        Wrapping.whereSafe(problem);
        model.activeProperty().subscribe(this::showActive);
        showOneState();
        for (Node state : List.of(loaded, empty, failed)) {
            state.visibleProperty().subscribe(this::focusWhatIsShown);
        }
        disableWhatIsNotPossible();
        showOnePage();
        create.setOnAction(_ -> create());
        createFirst.setOnAction(_ -> create());
        compare.setOnAction(_ -> selected(model::compare));
        activate.setOnAction(_ -> activate());
        rollback.setOnAction(_ -> rollback());
        delete.setOnAction(_ -> delete());
        tryAgain.setOnAction(_ -> model.load());
        create.setTooltip(new Tooltip(Shortcut.CHECKPOINT_NEW.tooltip()));
        compare.setTooltip(new Tooltip(Shortcut.CHECKPOINT_COMPARE.tooltip()));
        activate.setTooltip(new Tooltip(Shortcut.CHECKPOINT_ACTIVATE.tooltip()));
        rollback.setTooltip(new Tooltip(Shortcut.CHECKPOINT_ROLLBACK.tooltip()));
        delete.setTooltip(new Tooltip(Shortcut.CHECKPOINT_DELETE.tooltip()));
    }

    /** Binds this screen's keys; they hold wherever the focus is while the screen is in view. */
    public CheckpointsView bindKeys() {
        KeyBindings.on(page)
                .bind(Shortcut.CHECKPOINT_NEW, create::fire)
                .bind(Shortcut.CHECKPOINT_ACTIVATE, activate::fire)
                .bind(Shortcut.CHECKPOINT_COMPARE, compare::fire)
                .bind(Shortcut.CHECKPOINT_ROLLBACK, rollback::fire)
                .bind(Shortcut.CHECKPOINT_DELETE, delete::fire)
                .bind(Shortcut.RELOAD, model::load);
        return this;
    }

    private void showEvidence(@Nullable Checkpoint selected) {
        // While the list is loaded again, nothing is selected for a moment.
        if (selected != null) {
            model.evidence().show(selected);
        }
    }

    private ObservableValue<String> waiting() {
        return Bindings.createStringBinding(
                () -> {
                    long count = model.schedules().stream()
                            .filter(schedule -> schedule.state() == Schedule.State.WAITING)
                            .count();
                    return count == 0
                            ? Texts.of("checkpoints.schedules")
                            : Texts.of("checkpoints.schedules.waiting", count);
                },
                model.schedules());
    }

    private void showOnePage() {
        ReadOnlyBooleanProperty comparing = model.comparison().openProperty();
        pages.getChildren().add(comparison.root());
        comparison.root().visibleProperty().bind(comparing);
        page.visibleProperty().bind(Bindings.not(comparing));
        comparing.subscribe((_, now) -> {
            if (now) {
                comparison.focus();
            } else {
                focusWhatIsShown();
            }
        });
    }

    private void showOneState() {
        ObservableValue<LoadState> state = model.stateProperty();
        BooleanBinding none = Bindings.isEmpty(table.getItems());
        showWhile(loading, state.map(now -> now == LoadState.LOADING));
        showWhile(failed, state.map(now -> now == LoadState.FAILED));
        showWhile(
                empty,
                Bindings.createBooleanBinding(() -> state.getValue() == LoadState.LOADED && none.get(), state, none));
        showWhile(
                loaded,
                Bindings.createBooleanBinding(() -> state.getValue() == LoadState.LOADED && !none.get(), state, none));
    }

    // Only what is visible can have the focus, so it is asked for again whenever another state is shown.
    private void focusWhatIsShown() {
        for (Node node : List.of(table, createFirst, tryAgain)) {
            node.requestFocus();
        }
    }

    private static void showWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void disableWhatIsNotPossible() {
        ObservableValue<Boolean> mayNot = model.maySteer().map(may -> !may);
        // The binding looks at the whole list, which changes as one.
        compare.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> mayNot.getValue() || table.getItems().size() < 2, mayNot, table.getItems()));
        ObservableValue<Boolean> noneToActivate = table.getSelectionModel()
                .selectedItemProperty()
                .map(Checkpoint::active)
                .orElse(true);
        create.disableProperty().bind(mayNot);
        createFirst.disableProperty().bind(mayNot);
        activate.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> mayNot.getValue() || noneToActivate.getValue(), mayNot, noneToActivate));
        delete.disableProperty().bind(activate.disableProperty());
        rollback.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> mayNot.getValue() || model.startRollback().isEmpty(), mayNot, history.getItems()));
        showWhile(readOnly, mayNot);
    }

    private void showActive(Optional<Checkpoint> checkpoint) {
        activeCard.setVisible(checkpoint.isPresent());
        activeCard.setManaged(checkpoint.isPresent());
        checkpoint.ifPresent(now -> {
            activeVersion.setText(now.version());
            activeFacts.setText(
                    Texts.of("checkpoints.active.facts", now.epoch(), now.avgReward(), Texts.moment(now.createdAt())));
        });
    }

    private void create() {
        NewCheckpointView.openOn(overlay, model.startCreating());
    }

    private void activate() {
        selected(checkpoint -> ActivationView.openOn(overlay, model.startActivating(checkpoint)));
    }

    private void rollback() {
        model.startRollback().ifPresent(form -> RollbackView.openOn(overlay, form));
    }

    private void delete() {
        selected(model::delete);
    }

    private void selected(Consumer<Checkpoint> action) {
        Checkpoint checkpoint = table.getSelectionModel().getSelectedItem();
        if (checkpoint != null) {
            action.accept(checkpoint);
        }
    }
}
