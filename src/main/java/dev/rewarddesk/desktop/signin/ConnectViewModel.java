package dev.rewarddesk.desktop.signin;

import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.Place;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Entering a hosted workspace's URL and key, which are checked before anything of them is kept. */
public final class ConnectViewModel {

    private final BiFunction<String, String, Place> connect;
    private final Consumer<Place> connected;
    private final Tasks tasks;
    private final TextEntry url = new TextEntry(text -> text.isBlank() ? Texts.of("connect.url.missing") : "");
    private final TextEntry key = new TextEntry(text -> text.isBlank() ? Texts.of("connect.key.missing") : "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();

    /**
     * @param connect checks a URL and a key and remembers the workspace; blocks
     * @param connected told where to go on
     */
    public ConnectViewModel(BiFunction<String, String, Place> connect, Consumer<Place> connected, Tasks tasks) {
        this.connect = connect;
        this.connected = connected;
        this.tasks = tasks;
    }

    /** The project's URL. */
    public TextEntry url() {
        return url;
    }

    /** The publishable key. */
    public TextEntry key() {
        return key;
    }

    /** What is wrong with neither field alone; empty while nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether they are being checked. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Checks what was entered, and goes on where it is right. */
    public void submit() {
        boolean urlEntered = url.check();
        if (!key.check() || !urlEntered || busy.get()) {
            return;
        }
        problem.set("");
        String enteredUrl = url.value();
        String enteredKey = key.value();
        tasks.run(() -> connect.apply(enteredUrl, enteredKey))
                .whileRunning(busy)
                .onSuccess(connected)
                .onFailure(ServiceFailure.Invalid.class, this::refused)
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    private void refused(ServiceFailure.Invalid refused) {
        switch (String.valueOf(refused.field())) {
            case "url" -> url.refuse(refused.getMessage());
            case "api_key" -> key.refuse(refused.getMessage());
            default -> problem.set(refused.getMessage());
        }
        if (refused.code().equals("secret_key")) {
            // Not left on the screen for others to see.
            key.textProperty().set("");
            key.refuse(refused.getMessage());
        }
    }
}
