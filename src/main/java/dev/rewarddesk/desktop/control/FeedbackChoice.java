package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The buttons with which one says like, neutral or dislike, and a quality from 1 to 5. */
public final class FeedbackChoice extends VBox {

    private final ToggleButton like = type(FeedbackType.LIKE, "like", Feather.THUMBS_UP);
    private final ToggleButton neutral = type(FeedbackType.NEUTRAL, "neutral", Feather.MINUS_CIRCLE);
    private final ToggleButton dislike = type(FeedbackType.DISLIKE, "dislike", Feather.THUMBS_DOWN);
    private final ToggleButton[] qualities =
            IntStream.rangeClosed(1, 5).mapToObj(this::quality).toArray(ToggleButton[]::new);
    private Consumer<FeedbackType> onType = _ -> {};
    private IntConsumer onQuality = _ -> {};

    public FeedbackChoice() {
        getStyleClass().add("feedback-choice");
        HBox first = new HBox(like, neutral, dislike);
        first.getStyleClass().add("reward-types");
        Label name = new Label(Texts.of("review.quality"));
        name.getStyleClass().add("caption");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox stars = new HBox(qualities);
        stars.getStyleClass().add("reward-qualities");
        HBox.setHgrow(stars, Priority.ALWAYS);
        HBox second = new HBox(name, stars);
        second.setAlignment(Pos.CENTER_LEFT);
        second.getStyleClass().add("reward-quality");
        getChildren().setAll(first, second);
    }

    /** Tells of what is chosen. */
    public void onChosen(Consumer<FeedbackType> type, IntConsumer quality) {
        onType = type;
        onQuality = quality;
    }

    /** Shows what is chosen. */
    public void show(Feedback now) {
        like.setSelected(now.type() == FeedbackType.LIKE);
        neutral.setSelected(now.type() == FeedbackType.NEUTRAL);
        dislike.setSelected(now.type() == FeedbackType.DISLIKE);
        for (int i = 0; i < qualities.length; i++) {
            qualities[i].setSelected(now.quality() != null && now.quality() == i + 1);
        }
    }

    /** Writes onto the buttons which keys press them. */
    public void showKeys() {
        KeyHint.on(like, Shortcut.LIKE, 0);
        KeyHint.on(neutral, Shortcut.NEUTRAL, 0);
        KeyHint.on(dislike, Shortcut.DISLIKE, 0);
    }

    private ToggleButton type(FeedbackType type, String id, Feather icon) {
        ToggleButton button = button(Texts.of("feedback.", type), id);
        button.setGraphic(Icon.of(icon));
        button.setOnAction(_ -> {
            onType.accept(type);
            // A click on what is chosen would take the mark away, not the choice.
            button.setSelected(true);
        });
        return button;
    }

    private ToggleButton quality(int stars) {
        ToggleButton button = button(Integer.toString(stars), "quality" + stars);
        button.setAccessibleText(Texts.of("feedback.quality", stars));
        button.setOnAction(_ -> {
            onQuality.accept(stars);
            button.setSelected(true);
        });
        return button;
    }

    private static ToggleButton button(String text, String id) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }
}
