package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A list that grows page by page. What arrives for a list that is no longer wanted is dropped. */
public final class Paging {

    private static final Page<LibraryRow> NOTHING = new Page<>(List.of(), 0, Optional.empty());

    private final Tasks tasks;
    private final Consumer<ServiceFailure> failed;
    private final ObservableList<LibraryRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(LoadState.LOADING);
    private final ReadOnlyObjectWrapper<Page<LibraryRow>> last = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problemWithMore = new ReadOnlyStringWrapper("");
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final BooleanProperty loadingMore = new SimpleBooleanProperty();
    private Source source = _ -> NOTHING;
    private int turn;

    /** @param failed told of every failure besides */
    Paging(Tasks tasks, Consumer<ServiceFailure> failed) {
        this.tasks = tasks;
        this.failed = failed;
    }

    /** What is here so far; not to be changed. */
    public ObservableList<LibraryRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** Where the first page stands. While another list is fetched, the former one stays. */
    public ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The page that arrived last; it knows how many rows there are in all. */
    public ReadOnlyObjectProperty<Page<LibraryRow>> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** Why the first page did not come; empty where it did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why the next page did not come; empty where nothing went wrong. */
    public ReadOnlyStringProperty problemWithMoreProperty() {
        return problemWithMore.getReadOnlyProperty();
    }

    /** Whether the first page is on its way. */
    public BooleanProperty loadingProperty() {
        return loading;
    }

    /** Whether the next page is on its way. */
    public BooleanProperty loadingMoreProperty() {
        return loadingMore;
    }

    /** Begins another list, or the same again. */
    void begin(Source list) {
        source = list;
        again();
    }

    /** Begins the list again. */
    public void again() {
        int mine = ++turn;
        problemWithMore.set("");
        loadingMore.set(false);
        loading.set(true);
        if (state.get() == LoadState.FAILED) {
            state.set(LoadState.LOADING);
        }
        Source list = source;
        tasks.run(() -> list.page(null))
                .onSuccess(page -> ifStill(mine, () -> {
                    loading.set(false);
                    last.set(page);
                    rows.setAll(page.rows());
                    state.set(LoadState.LOADED);
                }))
                .onFailure(
                        ServiceFailure.class,
                        failure -> ifStill(mine, () -> {
                            loading.set(false);
                            rows.clear();
                            last.set(NOTHING);
                            problem.set(failure.getMessage());
                            state.set(LoadState.FAILED);
                            failed.accept(failure);
                        }))
                .start();
    }

    /** Fetches the next page, unless there is none, it is on its way, or it failed. */
    public void more() {
        Optional<String> next = last.get().next();
        if (next.isEmpty()
                || loading.get()
                || loadingMore.get()
                || !problemWithMore.get().isEmpty()) {
            return;
        }
        int mine = turn;
        loadingMore.set(true);
        Source list = source;
        tasks.run(() -> list.page(next.get()))
                .onSuccess(page -> ifStill(mine, () -> {
                    loadingMore.set(false);
                    last.set(page);
                    rows.addAll(page.rows());
                }))
                .onFailure(
                        ServiceFailure.class,
                        failure -> ifStill(mine, () -> {
                            loadingMore.set(false);
                            problemWithMore.set(failure.getMessage());
                            failed.accept(failure);
                        }))
                .start();
    }

    /** Fetches the next page although that failed before. */
    public void moreAgain() {
        problemWithMore.set("");
        more();
    }

    /** Puts what the change answers in the place of each row; where it answers null, the row goes. */
    void change(Function<LibraryRow, @Nullable LibraryRow> change) {
        int gone = 0;
        for (int i = rows.size() - 1; i >= 0; i--) {
            LibraryRow before = rows.get(i);
            LibraryRow after = change.apply(before);
            if (after == null) {
                rows.remove(i);
                gone++;
            } else if (!after.equals(before)) {
                rows.set(i, after);
            }
        }
        Page<LibraryRow> page = last.get();
        long total = page.isUncounted() ? page.total() : page.total() - gone;
        last.set(new Page<>(page.rows(), total, page.next()));
    }

    private void ifStill(int mine, Runnable action) {
        if (mine == turn) {
            action.run();
        }
    }

    /** Where pages come from; blocks. */
    @FunctionalInterface
    interface Source {
        Page<LibraryRow> page(@Nullable String cursor);
    }
}
