package dev.rewarddesk.desktop.settings;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.GuardRails;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** What has to be so before a checkpoint is activated: for leads, who may change it. */
public final class GuardRailsViewModel {

    private static final int MOST_REWARDS = 1_000_000_000;
    private static final int MOST_REVIEWERS = 1_000_000;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_WORSE = 2;

    private final AccountService account;
    private final CurrentWorkspace workspace;
    private final Notices notices;
    private final Tasks tasks;
    private final TextEntry rewards = new TextEntry(
            text -> whole(text, MOST_REWARDS).map(_ -> "").orElseGet(() -> Texts.of("guards.whole", MOST_REWARDS)));
    private final TextEntry reviewers = new TextEntry(
            text -> whole(text, MOST_REVIEWERS).map(_ -> "").orElseGet(() -> Texts.of("guards.whole", MOST_REVIEWERS)));
    private final TextEntry worseBy =
            new TextEntry(text -> text.isEmpty() || worse(text).isPresent() ? "" : Texts.of("guards.bound"));
    private final TextEntry days = new TextEntry(text ->
            text.isEmpty() || whole(text, MOST_DAYS).filter(count -> count > 0).isPresent()
                    ? ""
                    : Texts.of("guards.whole.optional", MOST_DAYS));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public GuardRailsViewModel(AccountService account, CurrentWorkspace workspace, Notices notices, Tasks tasks) {
        this.account = account;
        this.workspace = workspace;
        this.notices = notices;
        this.tasks = tasks;
        entries().forEach(entry -> entry.textProperty().subscribe((_, _) -> changed.set(true)));
        // Who may change them is known once the workspace has answered.
        workspace.workspaceProperty().subscribe(this::visit);
    }

    /** The least number of rewards. */
    public TextEntry rewards() {
        return rewards;
    }

    /** The least number of reviewers. */
    public TextEntry reviewers() {
        return reviewers;
    }

    /** By how much the interval of the difference may lie below zero; empty: not asked for. */
    public TextEntry worseBy() {
        return worseBy;
    }

    /** How many days old the newest reward may be; empty: not asked for. */
    public TextEntry days() {
        return days;
    }

    /** Why they could not be loaded or saved; empty while nothing went wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
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
        if (changed.get() || !workspace.maySteer()) {
            return;
        }
        tasks.run(account::guardRails)
                .whileRunning(busy)
                .onSuccess(this::show)
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
        long wrong = entries().filter(entry -> !entry.check()).count();
        if (wrong > 0) {
            return;
        }
        problem.set("");
        GuardRails wanted = new GuardRails(
                whole(rewards.value(), MOST_REWARDS).orElse(0),
                whole(reviewers.value(), MOST_REVIEWERS).orElse(0),
                // Worse by at most 0.05: the interval begins at -0.05 or above.
                worse(worseBy.value()).map(by -> 0 - by).orElse(null),
                whole(days.value(), MOST_DAYS).orElse(null));
        tasks.run(() -> account.change(wanted))
                .whileRunning(busy)
                .onSuccess(saved -> {
                    show(saved);
                    // Its revision is another one now.
                    workspace.refresh();
                    notices.tell(Texts.of("guards.saved"));
                })
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    private void show(GuardRails rails) {
        Double bound = rails.lowerBound();
        Integer age = rails.days();
        rewards.textProperty().set(String.valueOf(rails.rewards()));
        reviewers.textProperty().set(String.valueOf(rails.reviewers()));
        worseBy.textProperty().set(bound == null ? "" : plain(0 - bound));
        days.textProperty().set(age == null ? "" : age.toString());
        problem.set("");
        changed.set(false);
    }

    private Stream<TextEntry> entries() {
        return Stream.of(rewards, reviewers, worseBy, days);
    }

    private static Optional<Integer> whole(String text, int most) {
        return text.matches("\\d{1,10}") && Long.parseLong(text) <= most
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    // A bound above zero, which asks for more than "not worse", is shown and kept as a number below zero.
    private static Optional<Double> worse(String text) {
        return text.matches("-?\\d(\\.\\d{1,6})?")
                ? Optional.of(Double.valueOf(text)).filter(by -> Math.abs(by) <= MOST_WORSE)
                : Optional.empty();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
