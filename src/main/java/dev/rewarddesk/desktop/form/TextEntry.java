package dev.rewarddesk.desktop.form;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A text that is being entered, and what is wrong with it. Complaints go away as soon as the text is changed. */
public final class TextEntry {

    private final UnaryOperator<String> complaint;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    /**
     * An empty text.
     *
     * @param complaint says what is wrong with a stripped text; empty where nothing is
     */
    public TextEntry(UnaryOperator<String> complaint) {
        this.complaint = complaint;
        text.subscribe((_, _) -> error.set(""));
    }

    /** The text as typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** What is wrong; empty while nothing is, or while nobody has looked. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** The text without blanks around it. */
    public String value() {
        return text.get().strip();
    }

    /** Looks now, and says whether the text is right. */
    public boolean check() {
        error.set(complaint.apply(value()));
        return error.get().isEmpty();
    }

    /** Says why the text is not accepted, until it is changed. */
    public void refuse(String reason) {
        error.set(reason);
    }
}
