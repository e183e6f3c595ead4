package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Checkpoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The checkpoints as a table, of which one stays selected through reloads. */
public final class CheckpointTable extends TableView<Checkpoint> {

    private @Nullable UUID selected;

    public CheckpointTable() {
        getStyleClass().add("edge-to-edge");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<Checkpoint, Checkpoint> version =
                column("checkpoints.column.version", checkpoint -> checkpoint, VersionCell::new);
        version.setComparator(Comparator.comparing(Checkpoint::version));
        TableColumn<Checkpoint, Integer> epoch =
                column("checkpoints.column.epoch", Checkpoint::epoch, () -> new TextCell<>(String::valueOf));
        TableColumn<Checkpoint, Double> recorded = column(
                "checkpoints.column.avg-reward",
                Checkpoint::avgReward,
                () -> new TextCell<>(value -> Texts.of("checkpoints.reward", value)));
        TableColumn<Checkpoint, Instant> created =
                column("checkpoints.column.created", Checkpoint::createdAt, () -> new TextCell<>(Texts::day));
        TableColumn<Checkpoint, Boolean> active =
                column("checkpoints.column.state", Checkpoint::active, StateCell::new);
        epoch.getStyleClass().add("number");
        recorded.getStyleClass().add("number");
        width(version, 90, 190, 1000);
        width(epoch, 60, 76, 100);
        width(recorded, 86, 104, 130);
        width(created, 80, 116, 160);
        width(active, 84, 100, 140);
        getColumns().add(version);
        getColumns().add(epoch);
        getColumns().add(recorded);
        getColumns().add(created);
        getColumns().add(active);
    }

    /** Shows these checkpoints, as they change. */
    void show(ObservableList<Checkpoint> checkpoints) {
        setItems(checkpoints);
        // Reloading makes new rows of the same checkpoints.
        getSelectionModel().selectedItemProperty().subscribe(checkpoint -> {
            if (checkpoint != null) {
                selected = checkpoint.id();
            }
        });
        checkpoints.addListener((ListChangeListener<Checkpoint>) _ -> restoreSelection());
    }

    private void restoreSelection() {
        getItems().stream()
                .filter(checkpoint -> checkpoint.id().equals(selected))
                .findFirst()
                .or(() -> getItems().stream().findFirst())
                .ifPresent(getSelectionModel()::select);
    }

    private static <T> TableColumn<Checkpoint, T> column(
            String title, Function<Checkpoint, T> value, Supplier<TableCell<Checkpoint, T>> cell) {
        TableColumn<Checkpoint, T> column = new TableColumn<>(Texts.bundle().getString(title));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    private static void width(TableColumn<Checkpoint, ?> column, double least, double preferred, double most) {
        column.setMinWidth(least);
        column.setPrefWidth(preferred);
        column.setMaxWidth(most);
    }
}
