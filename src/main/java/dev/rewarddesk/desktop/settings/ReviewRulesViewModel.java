package dev.rewarddesk.desktop.settings;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Workspace;
import dev.rewarddesk.model.WorkspaceChange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * How reviewing works in the workspace. A lead changes it; what somebody else has changed meanwhile is kept, and where both
 * have changed the same, the lead decides.
 */
public final class ReviewRulesViewModel implements Draft {

    private final AccountService account;
    private final CurrentWorkspace workspace;
    private final Notices notices;
    private final Tasks tasks;
    private final TextEntry overlap = new TextEntry(RuleField::checkOverlap);
    private final TextEntry lease = new TextEntry(RuleField::checkLease);
    private final TextEntry guidelines = new TextEntry(RuleField::checkGuidelines);
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final BooleanProperty saving = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper conflict = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> theirGuidelines =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    // What the fields were filled from; changes are told against it.
    private Optional<Workspace> seen = Optional.empty();

    public ReviewRulesViewModel(AccountService account, CurrentWorkspace workspace, Notices notices, Tasks tasks) {
        this.account = account;
        this.workspace = workspace;
        this.notices = notices;
        this.tasks = tasks;
        Stream.of(overlap, lease, guidelines)
                .forEach(entry -> entry.textProperty()
                        .subscribe(() -> changed.set(!changes().isEmpty())));
        workspace.workspaceProperty().subscribe(known -> known.ifPresent(this::heard));
    }

    /** How many reviewers score each response. */
    public TextEntry overlap() {
        return overlap;
    }

    /** How long an item is held, in minutes. */
    public TextEntry lease() {
        return lease;
    }

    /** Markdown for reviewers. */
    public TextEntry guidelines() {
        return guidelines;
    }

    /** Whether something was entered that is not saved. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Whether it is being saved. */
    public BooleanProperty savingProperty() {
        return saving;
    }

    /** What is wrong that belongs to no field; empty while nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Which fields somebody else has changed as well, in a sentence; empty while there are none. */
    public ReadOnlyStringProperty conflictProperty() {
        return conflict.getReadOnlyProperty();
    }

    /** The guidelines that somebody else has entered, where this person has to choose; empty otherwise. */
    public ReadOnlyObjectProperty<Optional<String>> theirGuidelinesProperty() {
        return theirGuidelines.getReadOnlyProperty();
    }

    /** Saves what was changed when every field is right. */
    public void save() {
        if (saving.get() || !changed.get()) {
            return;
        }
        problem.set("");
        // Every field is checked, so that all that is wrong is seen at once.
        long wrong = Stream.of(overlap, lease, guidelines)
                .filter(entry -> !entry.check())
                .count();
        if (wrong == 0) {
            seen.ifPresent(this::send);
        }
    }

    @Override
    public boolean unsaved() {
        return changed.get() && !saving.get();
    }

    @Override
    public void discard() {
        if (!saving.get()) {
            workspace.workspaceProperty().get().ifPresent(this::fill);
        }
    }

    /** Goes on with what was entered here; saving puts it in place of what somebody else has entered. */
    public void keepMine() {
        theirGuidelines.set(Optional.empty());
        conflict.set("");
    }

    private void send(Workspace base) {
        WorkspaceChange change = RuleField.change(changes(), overlap.value(), lease.value(), text());
        tasks.run(() -> account.change(change, base))
                .whileRunning(saving)
                .onSuccess(this::saved)
                .onFailure(ServiceFailure.Conflict.class, _ -> lookAgain())
                .onFailure(ServiceFailure.Invalid.class, this::refused)
                .onFailure(ServiceFailure.class, failure -> {
                    workspace.noticed(failure);
                    problem.set(Texts.of("settings.not-saved", failure.getMessage()));
                })
                .start();
    }

    private void saved(Workspace now) {
        fill(now);
        workspace.answered(now);
        notices.tell(Texts.of("settings.saved"));
    }

    private void lookAgain() {
        tasks.run(account::workspace)
                .whileRunning(saving)
                .onSuccess(this::meet)
                .onFailure(
                        ServiceFailure.class,
                        failure -> problem.set(Texts.of("settings.not-saved", failure.getMessage())))
                .start();
    }

    // Only what both have changed, and not to the same, is for the person to decide.
    private void meet(Workspace theirs) {
        List<RuleField> mine = changes();
        List<RuleField> both = mine.stream()
                .filter(field -> seen.stream().noneMatch(base -> field.of(base).equals(field.of(theirs)))
                        && !field.of(theirs).equals(valueOf(field)))
                .toList();
        seen = Optional.of(theirs);
        for (RuleField field : RuleField.values()) {
            if (!mine.contains(field)) {
                entry(field).textProperty().set(field.of(theirs));
            }
        }
        changed.set(!changes().isEmpty());
        workspace.answered(theirs);
        if (both.isEmpty()) {
            save();
        } else {
            theirGuidelines.set(
                    both.contains(RuleField.GUIDELINES) ? Optional.of(theirs.guidelines()) : Optional.empty());
            conflict.set(Texts.of("settings.conflict", RuleField.names(both, theirs)));
        }
    }

    private void refused(ServiceFailure.Invalid failure) {
        switch (Objects.requireNonNullElse(failure.field(), "")) {
            case "overlap" -> overlap.refuse(failure.getMessage());
            case "lease_seconds" -> lease.refuse(failure.getMessage());
            case "guidelines" -> guidelines.refuse(failure.getMessage());
            default -> problem.set(failure.getMessage());
        }
    }

    // What is heard while somebody writes must not take it away.
    private void heard(Workspace now) {
        if (!changed.get() && !saving.get()) {
            fill(now);
        }
    }

    private void fill(Workspace now) {
        seen = Optional.of(now);
        for (RuleField field : RuleField.values()) {
            String text = field.of(now);
            if (!entry(field).textProperty().get().equals(text)) {
                entry(field).textProperty().set(text);
            }
        }
        changed.set(false);
        problem.set("");
        conflict.set("");
        theirGuidelines.set(Optional.empty());
    }

    private List<RuleField> changes() {
        return Stream.of(RuleField.values())
                .filter(field -> seen.isPresent() && !field.of(seen.get()).equals(valueOf(field)))
                .toList();
    }

    private String valueOf(RuleField field) {
        return field == RuleField.GUIDELINES ? text() : entry(field).value();
    }

    // As it was written: blanks at the beginning mean something in Markdown.
    private String text() {
        return guidelines.textProperty().get();
    }

    private TextEntry entry(RuleField field) {
        return switch (field) {
            case OVERLAP -> overlap;
            case LEASE -> lease;
            case GUIDELINES -> guidelines;
        };
    }
}
