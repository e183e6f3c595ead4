package dev.rewarddesk.desktop.sending;

import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.OutboxState;
import java.time.Instant;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** In a word, in the status bar: whether everything is in the workspace, how much waits and since when, what was refused. */
public final class SyncStatus extends HBox {

    // What is sent at once would only flicker.
    private static final Duration WORTH_TELLING = Duration.seconds(1);
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final FontIcon icon = Icon.of(Feather.CHECK);
    private final Label word = new Label("", icon);
    private final Button refused = new Button("", Icon.of(Feather.ALERT_TRIANGLE));
    private final PauseTransition pause = new PauseTransition(WORTH_TELLING);
    private OutboxState latest = OutboxState.EMPTY;

    /** @param open opens the list of what was refused */
    public SyncStatus(Sending sending, Runnable open) {
        getStyleClass().add("sync-status");
        setAlignment(Pos.CENTER_LEFT);
        word.setId("syncWord");
        refused.setId("refusedCount");
        refused.getStyleClass().add("refused-count");
        refused.setOnAction(_ -> open.run());
        refused.setTooltip(new Tooltip(Shortcut.REFUSED.tooltip()));
        refused.managedProperty().bind(refused.visibleProperty());
        getChildren().addAll(word, refused);
        pause.setOnFinished(_ -> tell());
        tell();
        sending.stateProperty().subscribe(this::take);
    }

    private void take(OutboxState now) {
        boolean onItsWay = now.waiting() > 0 && now.condition() == OutboxState.Condition.SENDING;
        latest = now;
        if (!onItsWay) {
            pause.stop();
            tell();
        } else if (pause.getStatus() != PauseTransition.Status.RUNNING) {
            pause.playFromStart();
        }
    }

    private void tell() {
        word.setText(words(latest));
        icon.setIconCode(
                latest.waiting() == 0
                        ? Feather.CHECK
                        : latest.condition() == OutboxState.Condition.SENDING ? Feather.UPLOAD : Feather.CLOCK);
        word.pseudoClassStateChanged(WAITING, latest.waiting() > 0);
        refused.setText(Texts.of("sync.refused", latest.refused()));
        refused.setVisible(latest.refused() > 0);
    }

    private static String words(OutboxState state) {
        if (state.waiting() == 0) {
            return Texts.of(state.refused() == 0 ? "sync.all" : "sync.rest");
        }
        String since = Texts.time(Objects.requireNonNullElse(state.since(), Instant.EPOCH));
        return switch (state.condition()) {
            case SENDING -> Texts.of("sync.sending", state.waiting());
            case TRYING_AGAIN -> Texts.of("sync.trying", state.waiting(), since);
            case SIGNED_OUT -> Texts.of("sync.signed-out", state.waiting(), since);
            case ELSEWHERE -> Texts.of("sync.elsewhere", state.waiting(), since);
        };
    }
}
