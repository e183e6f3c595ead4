package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the reviewer has to know, one banner at a time: the trouble there is, otherwise the latest notice. */
final class Bulletin {

    private final ReadOnlyObjectWrapper<Optional<Banner>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Banner> trouble = Optional.empty();
    private Optional<Banner> notice = Optional.empty();

    ReadOnlyObjectProperty<Optional<Banner>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Something did not work and can be tried again. */
    void trouble(String text) {
        trouble = Optional.of(new Banner(Banner.Kind.TROUBLE, text));
        show();
    }

    /** Something did not work; not worth a word while there is worse. */
    void lesserTrouble(String text) {
        if (trouble.isEmpty()) {
            trouble(text);
        }
    }

    /** What was the trouble works again. */
    void noTrouble() {
        trouble = Optional.empty();
        show();
    }

    /** Something happened elsewhere; stays until it is closed or there is something newer. */
    void notice(String text) {
        notice = Optional.of(new Banner(Banner.Kind.NOTICE, text));
        show();
    }

    /** Closes the banner that is shown. */
    void close() {
        if (trouble.isPresent()) {
            trouble = Optional.empty();
        } else {
            notice = Optional.empty();
        }
        show();
    }

    /** What a failure says to people. */
    static String sentence(Throwable failure) {
        return failure instanceof ServiceFailure known ? known.getMessage() : Texts.of("failure.unexpected.text");
    }

    private void show() {
        shown.set(trouble.or(() -> notice));
    }
}
