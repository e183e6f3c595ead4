package dev.rewarddesk.desktop.comparison;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Comparison;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The page on which two checkpoints are compared. */
public final class ComparisonView {

    private final ComparisonViewModel model;
    private final Destination destination;
    private final Parent root;

    @FXML
    private Button back;

    @FXML
    private ComboBox<Checkpoint> first;

    @FXML
    private ComboBox<Checkpoint> second;

    @FXML
    private Button swap;

    @FXML
    private Button savePicture;

    @FXML
    private Button saveTable;

    @FXML
    private ScrollPane sheet;

    @FXML
    private Node loading;

    @FXML
    private Node failed;

    @FXML
    private Label problem;

    @FXML
    private Button tryAgain;

    /** @param destination asked where pictures and tables go */
    public ComparisonView(ComparisonViewModel model, Destination destination) {
        this.model = model;
        this.destination = destination;
        this.root = Fxml.load(this);
        bindKeys();
    }

    /** The same node at every call. */
    public Parent root() {
        return root;
    }

    /** Puts the focus where reading starts. */
    public void focus() {
        sheet.requestFocus();
    }

    @FXML
    private void initialize() {
        choose(first, model.firstProperty());
        choose(second, model.secondProperty());
        back.setOnAction(_ -> model.close());
        swap.setOnAction(_ -> model.swap());
        tryAgain.setOnAction(_ -> model.load());
        savePicture.setOnAction(_ -> model.comparisonProperty().get().ifPresent(this::savePicture));
        saveTable.setOnAction(_ -> destination.ask(model.fileName("csv")).ifPresent(model::saveTable));
        back.setTooltip(new Tooltip(Shortcut.COMPARISON_BACK.tooltip()));
        savePicture.setTooltip(new Tooltip(Shortcut.COMPARISON_PICTURE.tooltip()));
        saveTable.setTooltip(new Tooltip(Shortcut.COMPARISON_TABLE.tooltip()));
        swap.setTooltip(new Tooltip(Texts.of("comparison.swap")));
        BooleanBinding notThere = Bindings.createBooleanBinding(
                () -> model.stateProperty().get() != LoadState.LOADED
                        || model.savingProperty().get(),
                model.stateProperty(),
                model.savingProperty());
        savePicture.disableProperty().bind(notThere);
        saveTable.disableProperty().bind(notThere);
        problem.textProperty().bind(model.problemProperty());
        Wrapping.whereSafe(problem);
        model.stateProperty().subscribe(this::showState);
        model.comparisonProperty().subscribe(this::showSheet);
    }

    private void bindKeys() {
        KeyBindings.on(root)
                .bind(Shortcut.COMPARISON_BACK, back::fire)
                .bind(Shortcut.COMPARISON_PICTURE, savePicture::fire)
                .bind(Shortcut.COMPARISON_TABLE, saveTable::fire)
                .bind(Shortcut.RELOAD, model::load);
    }

    private void showState(LoadState state) {
        loading.setVisible(state == LoadState.LOADING);
        failed.setVisible(state == LoadState.FAILED);
        sheet.setVisible(state == LoadState.LOADED);
        List.of(sheet, tryAgain).forEach(node -> {
            // Only what is visible takes it; what is chosen with keeps it.
            if (!first.isFocused() && !second.isFocused() && !swap.isFocused()) {
                node.requestFocus();
            }
        });
    }

    private void showSheet(Optional<Comparison> comparison) {
        comparison.ifPresent(now -> {
            sheet.setContent(new ComparisonSheet(model, now).root());
            sheet.setVvalue(0);
        });
    }

    private void savePicture(Comparison comparison) {
        destination.ask(model.fileName("png")).ifPresent(file -> {
            WritableImage picture = ComparisonPicture.of(model, comparison);
            model.save(file, () -> ComparisonPicture.png(picture));
        });
    }

    private void choose(ComboBox<Checkpoint> box, ObjectProperty<@Nullable Checkpoint> chosen) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Checkpoint checkpoint) {
                return checkpoint == null
                        ? ""
                        : checkpoint.active()
                                ? Texts.of("comparison.choice.active", checkpoint.version())
                                : checkpoint.version();
            }

            @Override
            public @Nullable Checkpoint fromString(String text) {
                return null;
            }
        });
        box.setItems(model.choices());
        box.valueProperty().bindBidirectional(chosen);
    }
}
