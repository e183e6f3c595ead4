package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.collect.session.NotTaken;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The runs that there were, and one of them in detail. */
public final class SessionsViewModel {

    private final CollectService service;
    private final CollectDesk desk;
    private final Tasks tasks;
    private final ObservableList<CollectReport> sessions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Detail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private @Nullable String wanted;

    public SessionsViewModel(CollectService service, CollectDesk desk, Tasks tasks) {
        this.service = service;
        this.desk = desk;
        this.tasks = tasks;
        // What a run did is known when it ends.
        desk.reportProperty().subscribe(report -> {
            if (report.isPresent()) {
                load();
            }
        });
    }

    /**
     * A run in detail.
     *
     * @param notTaken pages first
     */
    public record Detail(CollectReport report, CollectSettings settings, List<NotTaken> notTaken) {}

    /** Newest first. */
    public ObservableList<CollectReport> sessions() {
        return sessions;
    }

    /** The run that is looked at; empty while none is. */
    public ReadOnlyObjectProperty<Optional<Detail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** What went wrong; empty while nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadingProperty() {
        return loading;
    }

    /** Whether a run is under way, so that no other one can be gone on with. */
    public boolean isBusy() {
        return desk.isBusy();
    }

    /** Loads the runs, and the one that is looked at anew. */
    public void load() {
        tasks.run(service::sessions)
                .whileRunning(loading)
                .onSuccess(found -> {
                    problem.set("");
                    sessions.setAll(found);
                    detail.get().ifPresent(shown -> look(shown.report()));
                })
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    /** Looks at one. */
    public void look(CollectReport report) {
        String id = report.session();
        wanted = id;
        tasks.run(() -> new Detail(service.session(id), service.settings(id), service.notTaken(id)))
                .onSuccess(found -> {
                    if (id.equals(wanted)) {
                        detail.set(Optional.of(found));
                    }
                })
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    /** Goes on with the run that is looked at. */
    public void goOn() {
        detail.get()
                .filter(shown -> shown.report().canGoOn())
                .ifPresent(shown -> desk.resume(
                        shown.report().session(),
                        UnaryOperator.identity(),
                        failure -> problem.set(failure.getMessage())));
    }
}
