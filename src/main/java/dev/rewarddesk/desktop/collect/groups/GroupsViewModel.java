package dev.rewarddesk.desktop.collect.groups;

import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.NearGroup;
import dev.rewarddesk.collect.session.NearGroup.Held;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Groups of images that look alike, one at a time, and what is decided about them. To drop cannot be undone once it is done, so
 * decisions wait here, and can be undone, until they are {@link #apply() applied}.
 */
public final class GroupsViewModel {

    private final CollectService service;
    private final Tasks tasks;
    private final GroupPictures pictures;
    private final Verdicts verdicts = new Verdicts();
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(LoadState.LOADING);
    private final ReadOnlyObjectWrapper<Optional<NearGroup>> group = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper member = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper decisions = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
    private final BooleanProperty applying = new SimpleBooleanProperty();
    private final BooleanProperty fitting = new SimpleBooleanProperty();
    private List<NearGroup> groups = List.of();
    private int at;
    private boolean again;
    private boolean failed;
    private Optional<Runnable> afterwards = Optional.empty();

    public GroupsViewModel(CollectService service, Tasks tasks) {
        this.service = service;
        this.tasks = tasks;
        this.pictures = new GroupPictures(service, tasks);
    }

    /** Where the loading stands. */
    public ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The group that is looked at; empty where there is none. */
    public ReadOnlyObjectProperty<Optional<NearGroup>> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** Which of the group's held images is decided about, from 0. */
    public ReadOnlyIntegerProperty memberProperty() {
        return member.getReadOnlyProperty();
    }

    /** Changes with every decision. */
    public ReadOnlyIntegerProperty decisionsProperty() {
        return decisions.getReadOnlyProperty();
    }

    /** What went wrong; empty while nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What came of the decisions that were applied last; empty before. */
    public ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Whether decisions are being applied. */
    public ReadOnlyBooleanProperty applyingProperty() {
        return applying;
    }

    /** Whether each picture is as large as fits, and not all at one scale. */
    public BooleanProperty fittingProperty() {
        return fitting;
    }

    /** How many groups there are. */
    public int size() {
        return groups.size();
    }

    /** Which group is looked at, from 0. */
    public int at() {
        return at;
    }

    /** What was decided about one that is held back; empty where nothing was yet. */
    public Optional<Verdict> verdictOn(Held held) {
        return verdicts.of(held.id());
    }

    /** How many decisions of that kind wait to be applied. */
    public long waiting(Verdict verdict) {
        return verdicts.count(verdict);
    }

    /** Whether there is a decision to take back. */
    public boolean canUndo() {
        return verdicts.canUndo();
    }

    /** How many of the current group nothing was decided about. */
    public long undecided() {
        return held().stream().filter(one -> verdictOn(one).isEmpty()).count();
    }

    GroupPictures pictures() {
        return pictures;
    }

    /** Looks what is held back now. Decisions that wait stay. */
    public void load() {
        if (groups.isEmpty()) {
            state.set(LoadState.LOADING);
        }
        tasks.run(service::groups)
                .onSuccess(this::show)
                .onFailure(ServiceFailure.class, failure -> {
                    problem.set(failure.getMessage());
                    state.set(groups.isEmpty() ? LoadState.FAILED : LoadState.LOADED);
                })
                .start();
    }

    /** Goes to the next group, if there is one. */
    public void nextGroup() {
        goTo(at + 1, 0);
    }

    /** Goes to the group before, if there is one. */
    public void previousGroup() {
        goTo(at - 1, 0);
    }

    /** Goes to the next held image, of the next group after the last. */
    public void nextMember() {
        if (member.get() + 1 < held().size()) {
            member.set(member.get() + 1);
        } else {
            nextGroup();
        }
    }

    /** Goes to the held image before, of the group before at the first. */
    public void previousMember() {
        if (member.get() > 0) {
            member.set(member.get() - 1);
        } else if (at > 0) {
            goTo(at - 1, groups.get(at - 1).held().size() - 1);
        }
    }

    /** Goes to one of the group's held images. */
    public void select(int index) {
        if (index >= 0 && index < held().size()) {
            member.set(index);
        }
    }

    /** Decides about the current image, and goes on to the next one. */
    public void decide(Verdict verdict) {
        if (member.get() < held().size()) {
            verdicts.decide(List.of(held().get(member.get()).id()), verdict);
            failed = false;
            decided();
            nextMember();
        }
    }

    /** Decides about all of the group, and goes on to the next group. */
    public void decideAll(Verdict verdict) {
        verdicts.decide(held().stream().map(Held::id).toList(), verdict);
        failed = false;
        decided();
        nextGroup();
    }

    /** Takes the last decision back and shows what it was about. */
    public void undo() {
        verdicts.undo().ifPresent(this::find);
        decided();
    }

    /**
     * Whether the screen may be left now. Decisions that wait are carried out first, and {@code leave} follows; those that could not be
     * hold nobody a second time.
     */
    public boolean mayLeave(Runnable leave) {
        if (!applying.get() && (verdicts.isEmpty() || failed)) {
            return true;
        }
        afterwards = Optional.of(leave);
        apply();
        return false;
    }

    /** Carries the decisions out; they cannot be undone from here on. */
    public void apply() {
        if (applying.get()) {
            again = true;
            return;
        }
        if (verdicts.isEmpty()) {
            return;
        }
        problem.set("");
        failed = false;
        Map<Long, Verdict> taken = verdicts.take();
        decided();
        tasks.run(() -> Outcome.of(service, taken))
                .whileRunning(applying)
                .onSuccess(this::applied)
                .start();
    }

    private void applied(Outcome result) {
        verdicts.putBack(result.undone());
        decided();
        outcome.set(Texts.of("groups.outcome", result.kept(), result.dropped(), result.elsewhere()));
        failed = !result.undone().isEmpty();
        if (failed) {
            problem.set(Texts.of("groups.undone", result.undone().size(), result.reason()));
        }
        boolean more = again && !failed && !verdicts.isEmpty();
        again = false;
        load();
        if (more) {
            apply();
            return;
        }
        Optional<Runnable> leave = afterwards.filter(_ -> !failed);
        afterwards = Optional.empty();
        leave.ifPresent(Runnable::run);
    }

    private void show(List<NearGroup> loaded) {
        Optional<Held> current =
                member.get() < held().size() ? Optional.of(held().get(member.get())) : Optional.empty();
        groups = loaded;
        verdicts.retain(groups.stream()
                .flatMap(one -> one.held().stream())
                .map(Held::id)
                .toList());
        state.set(LoadState.LOADED);
        goTo(Math.clamp(at, 0, Math.max(0, groups.size() - 1)), 0);
        current.ifPresent(held -> find(held.id()));
        decided();
    }

    private void goTo(int index, int held) {
        if (groups.isEmpty()) {
            at = 0;
            member.set(0);
            group.set(Optional.empty());
        } else if (index >= 0 && index < groups.size()) {
            at = index;
            // A group is at its first image until somebody says otherwise.
            member.set(0);
            group.set(Optional.of(groups.get(index)));
            member.set(held);
        }
    }

    private void find(long id) {
        for (int index = 0; index < groups.size(); index++) {
            List<Long> ids = new ArrayList<>(
                    groups.get(index).held().stream().map(Held::id).toList());
            int place = ids.indexOf(id);
            if (place >= 0) {
                goTo(index, place);
                return;
            }
        }
    }

    private List<Held> held() {
        return group.get().map(NearGroup::held).orElse(List.of());
    }

    private void decided() {
        decisions.set(decisions.get() + 1);
    }
}
