package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The screen of the library: what is looked for, the list of what was found, and beside it what is open. */
public final class LibraryView implements Screen {

    // Who goes through the list by arrow keys should not load every response on the way.
    private static final Duration BEFORE_FOLLOWING = Duration.millis(150);

    private static final List<Shelf> BY_KEY = List.of(Shelf.RESPONSES, Shelf.REWARDS, Shelf.FLAGGED);

    private final LibraryViewModel model;
    private final FilterBarView filterBar;
    private final DetailView detail;
    private final PauseTransition following = new PauseTransition(BEFORE_FOLLOWING);
    private final Parent root;
    private @Nullable UUID selected;

    @FXML
    private ToggleButton responses;

    @FXML
    private ToggleButton rewards;

    @FXML
    private ToggleButton flagged;

    @FXML
    private Label count;

    @FXML
    private StackPane filters;

    @FXML
    private Node searching;

    @FXML
    private Node loaded;

    @FXML
    private ListView<LibraryRow> list;

    @FXML
    private Node more;

    @FXML
    private Node moreFailed;

    @FXML
    private Label moreProblem;

    @FXML
    private Button moreAgain;

    @FXML
    private Node loading;

    @FXML
    private Node empty;

    @FXML
    private Node noneFound;

    @FXML
    private Button lookForAll;

    @FXML
    private Node failed;

    @FXML
    private Label problem;

    @FXML
    private Button tryAgain;

    @FXML
    private StackPane beside;

    /** @param tasks where parts of large pictures are decoded */
    public LibraryView(LibraryViewModel model, Tasks tasks) {
        this.model = model;
        this.filterBar = new FilterBarView(model, this::goToList);
        this.detail = new DetailView(model, tasks, this::goBack);
        this.root = Fxml.load(this);
        detail.takeShareOf(root);
        // The form takes the focus with it when it goes.
        model.detail().editingProperty().subscribe((before, now) -> {
            if (before.isPresent() && now.isEmpty()) {
                goToList();
            }
        });
        bindKeys();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.load();
        goToList();
    }

    @Override
    public boolean mayLeave(Runnable leave) {
        return model.detail().mayLeave(leave);
    }

    @FXML
    private void initialize() {
        filters.getChildren().add(filterBar.root());
        beside.getChildren().add(detail.root());
        showShelves();
        showList();
        showOneState();
        showMore();
        tryAgain.setOnAction(_ -> model.load());
        moreAgain.setOnAction(_ -> model.paging().moreAgain());
        lookForAll.setOnAction(_ -> {
            model.filters().clear();
            goToList();
        });
    }

    private void showShelves() {
        Map<ToggleButton, Shelf> shelves =
                Map.of(responses, Shelf.RESPONSES, rewards, Shelf.REWARDS, flagged, Shelf.FLAGGED);
        shelves.forEach((button, shelf) -> button.setOnAction(_ -> show(shelf)));
        model.shelfProperty().subscribe(now -> shelves.forEach((button, shelf) -> button.setSelected(shelf == now)));
        for (ToggleButton button : shelves.keySet()) {
            button.setTooltip(new Tooltip(Shortcut.LIBRARY_SHELF.tooltip()));
        }
        model.flaggedProperty()
                .subscribe(number -> flagged.setText(number.map(known -> Texts.of("library.flagged.count", known))
                        .orElse(Texts.of("library.flagged"))));
        showWhile(flagged, model.maySteer());
        model.maySteer().subscribe(may -> {
            // The last of the buttons has the round end.
            rewards.getStyleClass().setAll("toggle-button", may ? "center-pill" : "right-pill");
        });
        count.textProperty().bind(model.countText());
    }

    private void showList() {
        list.setItems(model.paging().rows());
        list.setFixedCellSize(LibraryCell.HEIGHT);
        list.setCellFactory(_ -> {
            // Rows arrive while cells are laid out; what that changes is laid out the next time.
            LibraryCell cell = new LibraryCell(
                    new Portrait(model.thumbnails(), model.veils()), () -> Platform.runLater(model.paging()::more));
            cell.setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                    openSelected();
                }
            });
            return cell;
        });
        following.setOnFinished(_ -> followSelection());
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                selected = row.id();
                following.playFromStart();
            }
        });
        list.getItems().addListener((ListChangeListener<LibraryRow>) _ -> keepSelection());
    }

    private void showOneState() {
        ObservableValue<LoadState> state = model.paging().stateProperty();
        BooleanBinding none = Bindings.isEmpty(list.getItems());
        BooleanBinding found =
                Bindings.createBooleanBinding(() -> state.getValue() == LoadState.LOADED && !none.get(), state, none);
        BooleanBinding notFound =
                Bindings.createBooleanBinding(() -> state.getValue() == LoadState.LOADED && none.get(), state, none);
        showWhile(loading, state.map(now -> now == LoadState.LOADING));
        showWhile(failed, state.map(now -> now == LoadState.FAILED));
        showWhile(loaded, found);
        showWhile(empty, notFound.and(model.filters().anyProperty()));
        showWhile(noneFound, notFound.and(model.filters().anyProperty().not()));
        // Keeps its place, so that the list does not jump.
        searching.visibleProperty().bind(model.paging().loadingProperty());
        problem.textProperty().bind(model.paging().problemProperty());
        Wrapping.whereSafe(problem);
        // Only what is visible can have the focus, so it is asked for again whenever another state is shown.
        for (Node each : List.of(loaded, failed, empty, noneFound)) {
            each.visibleProperty().subscribe(visible -> {
                if (visible && !filterBar.isSearching()) {
                    goToList();
                }
            });
        }
    }

    private void showMore() {
        showWhile(more, model.paging().loadingMoreProperty());
        moreProblem.textProperty().bind(model.paging().problemWithMoreProperty());
        Wrapping.whereSafe(moreProblem);
        showWhile(moreFailed, moreProblem.textProperty().isNotEmpty());
    }

    private void bindKeys() {
        KeyBindings.on(root)
                .bind(Shortcut.LIBRARY_SEARCH, filterBar::beginSearch)
                .bindStrokes(Shortcut.LIBRARY_SHELF, index -> show(BY_KEY.get(index)))
                .bind(Shortcut.LIBRARY_CLEAR, model.filters()::clear)
                .bind(Shortcut.LIBRARY_BACK, this::goBack)
                .bind(Shortcut.LIBRARY_EDIT, model.detail()::edit)
                .bind(Shortcut.LIBRARY_UNFLAG, detail::unflag)
                .bind(Shortcut.RELOAD, model::load);
        KeyBindings.on(list).bind(Shortcut.LIBRARY_OPEN, this::openSelected);
        detail.bindKeys(root);
    }

    private void show(Shelf shelf) {
        model.show(shelf);
        // A click on what is chosen would take the mark away, not the choice.
        responses.setSelected(model.shelfProperty().get() == Shelf.RESPONSES);
        rewards.setSelected(model.shelfProperty().get() == Shelf.REWARDS);
        flagged.setSelected(model.shelfProperty().get() == Shelf.FLAGGED);
        list.scrollTo(0);
    }

    private void openSelected() {
        LibraryRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            following.stop();
            model.open(row);
        }
    }

    private void followSelection() {
        LibraryRow row = list.getSelectionModel().getSelectedItem();
        if (row != null
                && model.detail().isOpen()
                && model.detail().editingProperty().get().isEmpty()) {
            model.open(row);
        }
    }

    private void goBack() {
        if (model.detail().editingProperty().get().isPresent()) {
            model.detail().stopEditing();
        } else if (!filterBar.isSearching()) {
            model.detail().close();
        }
        goToList();
    }

    private void goToList() {
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        if (loaded.isVisible()) {
            list.requestFocus();
        } else if (failed.isVisible()) {
            tryAgain.requestFocus();
        } else if (noneFound.isVisible()) {
            lookForAll.requestFocus();
        } else if (empty.isVisible()) {
            List.of(responses, rewards, flagged).stream()
                    .filter(ToggleButton::isSelected)
                    .forEach(Node::requestFocus);
        }
    }

    // Loading makes new rows of the same things.
    private void keepSelection() {
        UUID wanted = selected;
        if (list.getItems().isEmpty()) {
            return;
        }
        list.getItems().stream()
                .filter(row -> row.id().equals(wanted))
                .findFirst()
                .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
    }

    private static void showWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}
