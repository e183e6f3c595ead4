package dev.rewarddesk.desktop.sending;

import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.review.Outgoing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The decisions that the workspace did not take, and what can be done about each. */
public final class RefusedViewModel {

    private final Outgoing outgoing;
    private final Sending sending;
    private final Tasks tasks;
    private final Notices notices;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<Optional<Refused>> dropping = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Where items are opened. */
    public interface Desk {

        /** Opens it with what was entered. */
        void edit(Refused refused);

        /** It was given up for good. */
        void dropped(Refused refused);
    }

    public RefusedViewModel(Outgoing outgoing, Sending sending, Tasks tasks, Notices notices, Desk desk) {
        this.outgoing = outgoing;
        this.sending = sending;
        this.tasks = tasks;
        this.notices = notices;
        this.desk = desk;
    }

    /** What was refused, oldest first. */
    public ReadOnlyObjectProperty<List<Refused>> listProperty() {
        return sending.refusedProperty();
    }

    /** What is to be dropped, while the person is being asked whether it is meant. */
    public ReadOnlyObjectProperty<Optional<Refused>> droppingProperty() {
        return dropping.getReadOnlyProperty();
    }

    /** Reads the list again. */
    public void refresh() {
        sending.refresh();
    }

    /** Opens it with what was entered. */
    public void edit(Refused refused) {
        desk.edit(refused);
    }

    /** Sends it again as it is. */
    public void sendAgain(Refused refused) {
        tasks.run(() -> outgoing.sendAgain(idOf(refused)))
                .onSuccess(_ -> {
                    sending.refresh();
                    notices.tell(Texts.of("refused.sent-again"));
                })
                .onFailure(Throwable.class, notices::fail)
                .start();
    }

    /** Asks whether it is to be dropped. */
    public void askToDrop(Refused refused) {
        dropping.set(Optional.of(refused));
    }

    /** Does not drop it. */
    public void keep() {
        dropping.set(Optional.empty());
    }

    /** Drops for good what was asked about. */
    public void drop() {
        Optional<Refused> refused = dropping.get();
        dropping.set(Optional.empty());
        refused.ifPresent(gone -> tasks.run(() -> outgoing.drop(idOf(gone)))
                .onSuccess(_ -> {
                    desk.dropped(gone);
                    sending.refresh();
                })
                .onFailure(Throwable.class, notices::fail)
                .start());
    }

    private static UUID idOf(Refused refused) {
        return refused.decided().decision().id();
    }
}
