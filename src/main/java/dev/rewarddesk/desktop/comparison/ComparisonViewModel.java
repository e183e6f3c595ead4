package dev.rewarddesk.desktop.comparison;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.checkpoint.ComparisonCsv;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Comparison;
import dev.rewarddesk.model.Image;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Two checkpoints beside each other: any two of the workspace's. */
public final class ComparisonViewModel {

    /** Spreadsheets take a file without it for one in the machine's old encoding. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final CheckpointService service;
    private final Notices notices;
    private final Tasks tasks;
    private final Thumbnails thumbnails;
    private final ObservableList<Checkpoint> choices = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Checkpoint> first = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Checkpoint> second = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(LoadState.LOADING);
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final BooleanProperty saving = new SimpleBooleanProperty();
    private int question;

    /** @param pictures the bytes of an image; blocks */
    public ComparisonViewModel(
            CheckpointService service, Notices notices, Tasks tasks, Function<Image, byte[]> pictures) {
        this.service = service;
        this.notices = notices;
        this.tasks = tasks;
        this.thumbnails = new Thumbnails(tasks, pictures);
        first.subscribe((_, _) -> load());
        second.subscribe((_, _) -> load());
    }

    /** Opens it on these two. */
    public void open(List<Checkpoint> all, Checkpoint one, Checkpoint other) {
        open.set(false);
        choices.setAll(all);
        first.set(one);
        second.set(other);
        open.set(true);
        load();
    }

    /** Leaves it. */
    public void close() {
        open.set(false);
    }

    /** Whether two are being compared. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** What may be compared; not to be changed. */
    public ObservableList<Checkpoint> choices() {
        return FXCollections.unmodifiableObservableList(choices);
    }

    /** The one that differences are counted for. */
    public ObjectProperty<@Nullable Checkpoint> firstProperty() {
        return first;
    }

    /** The one that it is compared with. */
    public ObjectProperty<@Nullable Checkpoint> secondProperty() {
        return second;
    }

    /** Where loading stands. */
    public ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why loading failed. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The comparison; empty until loaded. */
    public ReadOnlyObjectProperty<Optional<Comparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** Whether a file is being written. */
    public ReadOnlyBooleanProperty savingProperty() {
        return saving;
    }

    /** Exchanges the two. */
    public void swap() {
        Checkpoint former = first.get();
        open.set(false);
        first.set(second.get());
        second.set(former);
        open.set(true);
        load();
    }

    /** Asks the workspace again. */
    public void load() {
        Checkpoint one = first.get();
        Checkpoint other = second.get();
        if (!open.get() || one == null || other == null) {
            return;
        }
        int asked = ++question;
        state.set(LoadState.LOADING);
        tasks.run(() -> service.compare(one, other))
                .onSuccess(answer -> {
                    if (asked == question) {
                        thumbnails.want(answer.images().stream()
                                .map(Comparison.OnImage::image)
                                .toList());
                        comparison.set(Optional.of(answer));
                        state.set(LoadState.LOADED);
                    }
                })
                .onFailure(ServiceFailure.class, failure -> {
                    if (asked == question) {
                        problem.set(failure.getMessage());
                        state.set(LoadState.FAILED);
                    }
                })
                .start();
    }

    /** An image of the comparison, in small. */
    ReadOnlyObjectProperty<Thumbnail> thumbnail(Image image) {
        return thumbnails.of(image);
    }

    /** A name for a file with this comparison. */
    String fileName(String ending) {
        return comparison
                .get()
                .map(known -> "%s-%s.%s"
                        .formatted(
                                plain(known.first().checkpoint().version()),
                                plain(known.second().checkpoint().version()),
                                ending))
                .orElse("comparison." + ending);
    }

    /** Writes the figures and answers as a table. */
    void saveTable(Path file) {
        comparison
                .get()
                .ifPresent(known ->
                        save(file, () -> (BYTE_ORDER_MARK + ComparisonCsv.of(known)).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes a file.
     *
     * @param content makes its bytes; blocks
     */
    void save(Path file, Callable<byte[]> content) {
        tasks.run(() -> WholeFile.write(file, content.call()))
                .whileRunning(saving)
                .onSuccess(_ -> notices.tell(
                        Texts.of("comparison.saved", file.toAbsolutePath().toString())))
                .onFailure(ServiceFailure.class, notices::fail)
                .start();
    }

    // Versions may have any characters; file names may not.
    private static String plain(String version) {
        return version.replaceAll("[^\\p{L}\\p{N}._-]+", "_");
    }
}
