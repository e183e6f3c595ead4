package dev.rewarddesk.desktop.settings;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.GuardRails;
import dev.rewarddesk.model.Revised;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What has to be so before a checkpoint is activated: for leads, who may change it. What somebody else has changed meanwhile is
 * kept, and where both have changed the same, the lead decides.
 */
public final class GuardRailsViewModel implements Draft {

    private final AccountService account;
    private final CurrentWorkspace workspace;
    private final Notices notices;
    private final Tasks tasks;
    private final Map<RailField, TextEntry> entries = new EnumMap<>(RailField.class);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper conflict = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    // What the fields were filled from; changes are told against it.
    private Optional<Revised<GuardRails>> seen = Optional.empty();

    public GuardRailsViewModel(AccountService account, CurrentWorkspace workspace, Notices notices, Tasks tasks) {
        this.account = account;
        this.workspace = workspace;
        this.notices = notices;
        this.tasks = tasks;
        for (RailField field : RailField.values()) {
            TextEntry entry = new TextEntry(field::check);
            entry.textProperty().subscribe((_, _) -> changed.set(!changes().isEmpty()));
            entries.put(field, entry);
        }
        // Who may change them is known once the workspace has answered.
        workspace.workspaceProperty().subscribe(this::visit);
    }

    /** The least number of rewards. */
    public TextEntry rewards() {
        return entry(RailField.REWARDS);
    }

    /** The least number of reviewers. */
    public TextEntry reviewers() {
        return entry(RailField.REVIEWERS);
    }

    /** By how much the interval of the difference may lie below zero; empty: not asked for. */
    public TextEntry worseBy() {
        return entry(RailField.WORSE_BY);
    }

    /** How many days old the newest reward may be; empty: not asked for. */
    public TextEntry days() {
        return entry(RailField.DAYS);
    }

    /** Why they could not be loaded or saved; empty while nothing went wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What somebody else has changed as well, and to what, in a sentence; empty while there is nothing. */
    public ReadOnlyStringProperty conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /** Whether they are being loaded or saved. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Whether something was entered that is not saved. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Asks the workspace for them, unless something was entered that is not saved, or this person may not change them. */
    public void visit() {
        if (changed.get() || busy.get() || !workspace.maySteer()) {
            return;
        }
        tasks.run(account::guardRails)
                .whileRunning(busy)
                .onSuccess(this::heard)
                .onFailure(
                        ServiceFailure.class, failure -> problem.set(Texts.of("guards.failed", failure.getMessage())))
                .start();
    }

    /** Saves what was entered, where all of it is right. */
    public void save() {
        if (busy.get() || !changed.get()) {
            return;
        }
        // Every field is checked, so that all that is wrong is seen at once.
        long wrong = entries.values().stream().filter(entry -> !entry.check()).count();
        if (wrong > 0) {
            return;
        }
        problem.set("");
        seen.ifPresent(this::send);
    }

    @Override
    public boolean unsaved() {
        return changed.get() && !busy.get();
    }

    @Override
    public void discard() {
        seen.ifPresent(this::show);
    }

    /** Goes on with what was entered here; saving puts it in place of what somebody else has entered. */
    public void keepMine() {
        conflict.set("");
    }

    private void send(Revised<GuardRails> base) {
        GuardRails wanted = RailField.rails(field -> entry(field).value());
        tasks.run(() -> account.change(wanted, base.revision()))
                .whileRunning(busy)
                .onSuccess(saved -> {
                    show(saved);
                    // Its revision is another one now.
                    workspace.refresh();
                    notices.tell(Texts.of("guards.saved"));
                })
                .onFailure(ServiceFailure.Conflict.class, _ -> lookAgain())
                .onFailure(ServiceFailure.class, this::notSaved)
                .start();
    }

    private void notSaved(ServiceFailure failure) {
        problem.set(Texts.of("settings.not-saved", failure.getMessage()));
    }

    private void lookAgain() {
        tasks.run(account::guardRails)
                .whileRunning(busy)
                .onSuccess(this::meet)
                .onFailure(ServiceFailure.class, this::notSaved)
                .start();
    }

    // Only what both have changed, and not to the same, is for the person to decide.
    private void meet(Revised<GuardRails> now) {
        GuardRails theirs = now.value();
        List<RailField> mine = changes();
        List<RailField> both = mine.stream()
                .filter(field ->
                        seen.stream().noneMatch(base -> field.of(base.value()).equals(field.of(theirs)))
                                && !field.of(theirs).equals(entry(field).value()))
                .toList();
        seen = Optional.of(now);
        for (RailField field : RailField.values()) {
            if (!mine.contains(field)) {
                entry(field).textProperty().set(field.of(theirs));
            }
        }
        changed.set(!changes().isEmpty());
        if (both.isEmpty()) {
            save();
        } else {
            conflict.set(Texts.of(
                    "settings.conflict",
                    both.stream().map(field -> named(field, theirs)).collect(Collectors.joining(", "))));
        }
    }

    private static String named(RailField field, GuardRails theirs) {
        String value = field.of(theirs);
        return Texts.of(
                "settings.conflict.field",
                Texts.of("guards.field.", field),
                value.isEmpty() ? Texts.of("settings.conflict.nothing") : value);
    }

    // What was typed while the answer was on its way must not be taken away.
    private void heard(Revised<GuardRails> now) {
        if (!changed.get()) {
            show(now);
        }
    }

    private void show(Revised<GuardRails> now) {
        seen = Optional.of(now);
        entries.forEach((field, entry) -> entry.textProperty().set(field.of(now.value())));
        problem.set("");
        conflict.set("");
        changed.set(false);
    }

    private List<RailField> changes() {
        return Stream.of(RailField.values())
                .filter(field -> seen.isPresent()
                        && !field.of(seen.get().value()).equals(entry(field).value()))
                .toList();
    }

    private TextEntry entry(RailField field) {
        return Objects.requireNonNull(entries.get(field));
    }
}
