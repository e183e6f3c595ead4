package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.NearGroup;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Images that look like others, and what is to become of them. Nothing happens to one before the decisions are carried out. */
public final class AlikeViewModel {

    private final CollectService service;
    private final Tasks tasks;
    private final ObservableList<NearGroup> groups = FXCollections.observableArrayList();
    private final Map<Long, Fate> fates = new HashMap<>();
    private final ReadOnlyIntegerWrapper decided = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final BooleanProperty applying = new SimpleBooleanProperty();

    public AlikeViewModel(CollectService service, Tasks tasks) {
        this.service = service;
        this.tasks = tasks;
    }

    /** What is to become of an image that is held back. */
    public enum Fate {
        KEEP,
        DROP
    }

    /** The newest first. */
    public ObservableList<NearGroup> groups() {
        return groups;
    }

    /** How much is decided and not carried out. */
    public ReadOnlyIntegerProperty decidedProperty() {
        return decided.getReadOnlyProperty();
    }

    /** What went wrong; empty while nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadingProperty() {
        return loading;
    }

    /** Whether decisions are being carried out. */
    public ReadOnlyBooleanProperty applyingProperty() {
        return applying;
    }

    /** What was decided about it; empty where nothing was. */
    public Optional<Fate> fateOf(NearGroup.Held held) {
        return Optional.ofNullable(fates.get(held.id()));
    }

    /** Decides about these. */
    public void decide(List<NearGroup.Held> held, Fate fate) {
        if (!applying.get()) {
            held.forEach(each -> fates.put(each.id(), fate));
            decided.set(fates.size());
        }
    }

    /** Takes back what was decided about it. */
    public void undecide(NearGroup.Held held) {
        if (!applying.get()) {
            fates.remove(held.id());
            decided.set(fates.size());
        }
    }

    /** Takes back everything. */
    public void forget() {
        fates.clear();
        decided.set(0);
    }

    /** Loads what waits; decisions about what still does stay. */
    public void load() {
        if (applying.get()) {
            return;
        }
        tasks.run(service::groups)
                .whileRunning(loading)
                .onSuccess(found -> {
                    problem.set("");
                    show(found);
                })
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    /** Carries out what was decided, one image after another; where one fails, the rest stays decided. */
    public void apply() {
        if (fates.isEmpty() || applying.get()) {
            return;
        }
        Map<Long, Fate> orders = new LinkedHashMap<>(fates);
        problem.set("");
        tasks.run(() -> carriedOut(orders))
                .whileRunning(applying)
                .onSuccess(outcome -> {
                    outcome.done().forEach(fates::remove);
                    show(outcome.left());
                    outcome.failure().ifPresent(failure -> problem.set(Texts.of("alike.failed", failure.getMessage())));
                })
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    private record Outcome(List<Long> done, List<NearGroup> left, Optional<ServiceFailure> failure) {}

    private Outcome carriedOut(Map<Long, Fate> orders) throws InterruptedException {
        List<Long> done = new ArrayList<>();
        Optional<ServiceFailure> failed = Optional.empty();
        for (Map.Entry<Long, Fate> order : orders.entrySet()) {
            try {
                switch (order.getValue()) {
                    case KEEP -> service.keep(order.getKey());
                    case DROP -> service.drop(order.getKey());
                }
                done.add(order.getKey());
            } catch (ServiceFailure.NotFound | ServiceFailure.Conflict elsewhere) {
                // Somebody decided about it meanwhile.
                done.add(order.getKey());
            } catch (ServiceFailure failure) {
                failed = Optional.of(failure);
                break;
            }
        }
        return new Outcome(done, service.groups(), failed);
    }

    private void show(List<NearGroup> found) {
        fates.keySet()
                .retainAll(found.stream()
                        .flatMap(group -> group.held().stream())
                        .map(NearGroup.Held::id)
                        .toList());
        decided.set(fates.size());
        groups.setAll(found);
    }
}
