package dev.rewarddesk.desktop.members;

import dev.rewarddesk.account.MembersService;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Invited;
import dev.rewarddesk.model.Role;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Inviting somebody, and what came of it. */
public final class InvitationViewModel {

    private final MembersService service;
    private final Runnable changed;
    private final Tasks tasks;
    private final TextEntry email =
            new TextEntry(text -> text.matches("[^\\s@]+@[^\\s@]+") ? "" : Texts.of("members.invite.email.wrong"));
    private final TextEntry name = new TextEntry(_ -> "");
    private final ObjectProperty<Role> role = new SimpleObjectProperty<>(Role.ANNOTATOR);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Invited>> invited = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();

    InvitationViewModel(MembersService service, Runnable changed, Tasks tasks) {
        this.service = service;
        this.changed = changed;
        this.tasks = tasks;
    }

    public TextEntry email() {
        return email;
    }

    public TextEntry name() {
        return name;
    }

    /** Annotator or lead. */
    public ObjectProperty<Role> roleProperty() {
        return role;
    }

    /** Why nobody was invited; empty while nothing went wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What came of it; empty until somebody is invited. */
    public ReadOnlyObjectProperty<Optional<Invited>> invitedProperty() {
        return invited.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Invites who was entered. */
    public void submit() {
        if (!email.check() || busy.get()) {
            return;
        }
        problem.set("");
        String address = email.value();
        String called = name.value();
        Role as = role.get();
        tasks.run(() -> service.invite(address, as, called))
                .whileRunning(busy)
                .onSuccess(result -> {
                    invited.set(Optional.of(result));
                    changed.run();
                })
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }
}
