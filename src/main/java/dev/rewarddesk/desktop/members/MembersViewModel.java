package dev.rewarddesk.desktop.members;

import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Member;
import dev.rewarddesk.model.Role;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who belongs to the workspace, and changing it. */
public final class MembersViewModel {

    private static final Comparator<Member> ORDER = Comparator.comparing(Member::isRevoked)
            .thenComparingInt(member -> member.role() == Role.LEAD ? 0 : 1)
            .thenComparing(Member::name, String.CASE_INSENSITIVE_ORDER);

    private final MembersService service;
    private final CurrentWorkspace workspace;
    private final Notices notices;
    private final Tasks tasks;
    private final ObservableList<Member> members = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public MembersViewModel(MembersService service, CurrentWorkspace workspace, Notices notices, Tasks tasks) {
        this.service = service;
        this.workspace = workspace;
        this.notices = notices;
        this.tasks = tasks;
    }

    /** Leads first, the revoked last, by name; not to be changed. */
    public ObservableList<Member> members() {
        return FXCollections.unmodifiableObservableList(members);
    }

    /** Why they could not be loaded; empty while nothing went wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether they are being loaded or changed. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Whether this person may see and change them. */
    public ObservableValue<Boolean> mayLead() {
        return workspace.workspaceProperty().map(_ -> workspace.maySteer());
    }

    /** Whether that is the signed-in person. */
    public boolean isMe(Member member) {
        return workspace
                .workspaceProperty()
                .get()
                .map(known -> member.userId().equals(known.me().userId()))
                .orElse(false);
    }

    /** Loads them, where this person may see them. */
    public void load() {
        if (!workspace.maySteer()) {
            members.clear();
            return;
        }
        tasks.run(service::list)
                .whileRunning(busy)
                .onSuccess(this::show)
                .onFailure(
                        ServiceFailure.class, failure -> problem.set(Texts.of("members.failed", failure.getMessage())))
                .start();
    }

    /** A form for inviting somebody. */
    public InvitationViewModel invitation() {
        return new InvitationViewModel(service, this::load, tasks);
    }

    /** Asks, then changes the role to the other one. */
    public void changeRole(Member member) {
        Role other = member.role() == Role.LEAD ? Role.ANNOTATOR : Role.LEAD;
        notices.ask(
                Question.changeRole(member.name(), other == Role.LEAD),
                () -> change(() -> service.changeRole(member.userId(), other), "members.told.role"));
    }

    /** Asks, then takes the membership away. */
    public void revoke(Member member) {
        notices.ask(
                Question.revokeMember(member.name()),
                () -> change(() -> service.revoke(member.userId()), "members.told.revoked"));
    }

    /** Gives the membership back. */
    public void restore(Member member) {
        change(() -> service.restore(member.userId()), "members.told.restored");
    }

    private void change(Callable<Member> change, String told) {
        tasks.run(change)
                .whileRunning(busy)
                .onSuccess(member -> {
                    notices.tell(Texts.of(told, member.name()));
                    // It may have been this person's own.
                    workspace.refresh();
                    load();
                })
                .onFailure(ServiceFailure.class, failure -> {
                    notices.fail(failure);
                    load();
                })
                .start();
    }

    private void show(List<Member> loaded) {
        problem.set("");
        members.setAll(loaded.stream().sorted(ORDER).toList());
    }
}
