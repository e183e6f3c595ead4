package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for a reason: one key each, and one's own words where they are wanted. */
final class ReasonChoice extends VBox {

    private final List<Button> reasons = new ArrayList<>();

    /**
     * @param choices the reasons, at most five
     * @param words what a reason says
     */
    <R> ReasonChoice(
            String title,
            String text,
            List<R> choices,
            Function<R, String> words,
            Consumer<R> chosen,
            Runnable cancelled) {
        getStyleClass().add("reason-choice");
        managedProperty().bind(visibleProperty());
        setVisible(false);
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        Label explanation = new Label(text);
        explanation.getStyleClass().add("caption");
        explanation.setWrapText(true);
        for (R reason : choices) {
            Button button = button(words.apply(reason), () -> chosen.accept(reason));
            KeyHint.on(button, Shortcut.QUALITY, reasons.size());
            reasons.add(button);
        }
        Button cancel = button(Texts.of("cancel"), cancelled);
        KeyHint.on(cancel, Shortcut.LEAVE_COMMENT, 0);
        getChildren().addAll(heading, explanation);
        getChildren().addAll(reasons);
        getChildren().add(cancel);
    }

    /** Offers to say it in one's own words, too. */
    ReasonChoice withOwnWords(Consumer<String> said) {
        TextField words = new TextField();
        words.setId("ownWords");
        words.setPromptText(Texts.of("review.reason.own"));
        words.setAccessibleText(Texts.of("review.reason.own"));
        words.setOnAction(_ -> said.accept(words.getText()));
        visibleProperty().subscribe(visible -> {
            if (visible) {
                words.clear();
            }
        });
        getChildren().add(getChildren().size() - 1, words);
        return this;
    }

    /** Chooses the reason at a place in the list, from 0; nothing where there is none. */
    void choose(int place) {
        if (place < reasons.size()) {
            reasons.get(place).fire();
        }
    }

    /** Shows it or not; once shown, the first reason has the focus. */
    void ask(boolean asked) {
        setVisible(asked);
        if (asked) {
            reasons.getFirst().requestFocus();
        }
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add("reason");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
