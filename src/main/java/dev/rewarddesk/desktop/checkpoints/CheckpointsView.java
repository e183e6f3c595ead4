package dev.rewarddesk.desktop.checkpoints;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The screen of the checkpoints. */
public final class CheckpointsView implements Screen {

    private final CheckpointsViewModel model;
    private final Overlay overlay;
    private final Parent root;

    @FXML
    private TableView<Checkpoint> table;

    @FXML
    private TableColumn<Checkpoint, Checkpoint> version;

    @FXML
    private TableColumn<Checkpoint, Integer> epoch;

    @FXML
    private TableColumn<Checkpoint, Double> avgReward;

    @FXML
    private TableColumn<Checkpoint, Instant> created;

    @FXML
    private TableColumn<Checkpoint, Boolean> active;

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
    private Button activate;

    @FXML
    private Button rollback;

    @FXML
    private Button delete;

    @FXML
    private Button tryAgain;

    public CheckpointsView(CheckpointsViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        this.root = Fxml.load(this);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.load();
        focusWhatIsShown();
    }

    @FXML
    private void initialize() {
        showColumns();
        history.setItems(model.history());
        history.setCellFactory(_ -> new ActivationCell());
        history.setPlaceholder(new Label(Texts.of("checkpoints.history.empty")));
        table.setItems(model.checkpoints());
        keepSelection();
        problem.textProperty().bind(model.problemProperty());
        Wrapping.whereSafe(problem);
        model.activeProperty().subscribe(this::showActive);
        showOneState();
        for (Node state : List.of(loaded, empty, failed)) {
            state.visibleProperty().subscribe(this::focusWhatIsShown);
        }
        disableWhatIsNotPossible();
        create.setOnAction(_ -> create());
        createFirst.setOnAction(_ -> create());
        activate.setOnAction(_ -> activate());
        rollback.setOnAction(_ -> rollback());
        delete.setOnAction(_ -> delete());
        tryAgain.setOnAction(_ -> model.load());
        create.setTooltip(new Tooltip(Shortcut.CHECKPOINT_NEW.tooltip()));
        activate.setTooltip(new Tooltip(Shortcut.CHECKPOINT_ACTIVATE.tooltip()));
        rollback.setTooltip(new Tooltip(Shortcut.CHECKPOINT_ROLLBACK.tooltip()));
        delete.setTooltip(new Tooltip(Shortcut.CHECKPOINT_DELETE.tooltip()));
    }

    /** Binds this screen's keys; they hold wherever the focus is while the screen is in view. */
    public CheckpointsView bindKeys() {
        KeyBindings.on(root)
                .bind(Shortcut.CHECKPOINT_NEW, create::fire)
                .bind(Shortcut.CHECKPOINT_ACTIVATE, activate::fire)
                .bind(Shortcut.CHECKPOINT_ROLLBACK, rollback::fire)
                .bind(Shortcut.CHECKPOINT_DELETE, delete::fire)
                .bind(Shortcut.RELOAD, model::load);
        return this;
    }

    private void showColumns() {
        version.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        version.setCellFactory(_ -> new VersionCell());
        version.setComparator((one, other) -> one.version().compareTo(other.version()));
        epoch.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().epoch()));
        avgReward.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().avgReward()));
        avgReward.setCellFactory(_ -> new TextCell<>(value -> Texts.of("checkpoints.reward", value)));
        created.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().createdAt()));
        created.setCellFactory(_ -> new TextCell<>(Texts::day));
        active.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().active()));
        active.setCellFactory(_ -> new StateCell());
    }

    // Reloading makes new rows of the same checkpoints.
    private void keepSelection() {
        Selection selection = new Selection();
        table.getSelectionModel().selectedItemProperty().subscribe(selection::remember);
        table.getItems().addListener((ListChangeListener<Checkpoint>) _ -> selection.restore());
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
        model.startRollback().ifPresent(form -> ActivationView.openOn(overlay, form));
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

    /** Which checkpoint is selected, through reloads. */
    private final class Selection {
        private @Nullable UUID id;

        void remember(@Nullable Checkpoint checkpoint) {
            if (checkpoint != null) {
                id = checkpoint.id();
            }
        }

        void restore() {
            UUID wanted = id;
            table.getItems().stream()
                    .filter(checkpoint -> checkpoint.id().equals(wanted))
                    .findFirst()
                    .or(() -> table.getItems().stream().findFirst())
                    .ifPresent(table.getSelectionModel()::select);
        }
    }
}
