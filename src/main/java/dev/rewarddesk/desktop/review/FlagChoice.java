package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.FlagReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks why an item is flagged: one key a reason. */
final class FlagChoice extends VBox {

    private final List<Button> reasons = new ArrayList<>();

    FlagChoice(Consumer<FlagReason> chosen, Runnable cancelled) {
        getStyleClass().add("flag-choice");
        Label title = new Label(Texts.of("review.flag.title"));
        title.getStyleClass().add("section-title");
        Label text = new Label(Texts.of("review.flag.text"));
        text.getStyleClass().add("caption");
        text.setWrapText(true);
        getChildren().addAll(title, text);
        for (FlagReason reason : FlagReason.values()) {
            Button button = button(Texts.of("flag.", reason), () -> chosen.accept(reason));
            KeyHint.on(button, Shortcut.QUALITY, reasons.size());
            reasons.add(button);
        }
        Button cancel = button(Texts.of("cancel"), cancelled);
        KeyHint.on(cancel, Shortcut.LEAVE_COMMENT, 0);
        getChildren().addAll(reasons);
        getChildren().add(cancel);
    }

    /** Chooses the reason at a place in the list, from 0. */
    void choose(int index) {
        reasons.get(index).fire();
    }

    /** Puts the focus on the first reason. */
    void begin() {
        reasons.getFirst().requestFocus();
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("flag-reason");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
