package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the reviewer has to know, one banner at a time: the trouble there is, then notices, the oldest first. A notice stays
 * until it is closed, for what it says was entered is nowhere else.
 */
final class Bulletin {

    private final ReadOnlyObjectWrapper<Optional<Banner>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Banner> notices = new ArrayDeque<>();
    private Optional<Banner> trouble = Optional.empty();

    ReadOnlyObjectProperty<Optional<Banner>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Something did not work and can be tried again. */
    void trouble(String text) {
        trouble = Optional.of(new Banner(Banner.Kind.TROUBLE, text, ""));
        show();
    }

    /** What was the trouble works again. */
    void noTrouble() {
        trouble = Optional.empty();
        show();
    }

    /** What was entered was not taken and cannot be sent again. */
    void lost(String text, Draft draft) {
        notices.add(new Banner(Banner.Kind.NOTICE, text, draft.isBlank() ? "" : LostText.of(draft)));
        show();
    }

    /** Closes the banner that is shown. */
    void close() {
        if (trouble.isPresent()) {
            trouble = Optional.empty();
        } else {
            notices.poll();
        }
        show();
    }

    /** What a failure says to people. */
    static String sentence(Throwable failure) {
        return failure instanceof ServiceFailure known ? known.getMessage() : Texts.of("failure.unexpected.text");
    }

    private void show() {
        shown.set(trouble.or(() -> Optional.ofNullable(notices.peek())));
    }
}
