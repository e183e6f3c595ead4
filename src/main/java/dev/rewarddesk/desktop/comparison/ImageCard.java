package dev.rewarddesk.desktop.comparison;

import dev.rewarddesk.desktop.chart.Figures;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.PictureLayer;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.image.Pixels;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Comparison;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** An image with both answers to it. */
final class ImageCard extends HBox {

    private static final double WIDTH = 148;
    private static final double HEIGHT = 112;

    private final StackPane frame = new StackPane();
    private final String name;

    ImageCard(Comparison.OnImage one, ObservableValue<Thumbnail> thumbnail) {
        name = one.image().fileName();
        getStyleClass().add("image-card");
        frame.getStyleClass().add("image-card-frame");
        frame.setMinSize(WIDTH, HEIGHT);
        frame.setMaxSize(WIDTH, HEIGHT);
        Label prompt = new Label(one.first().response().prompt());
        prompt.getStyleClass().add("image-card-prompt");
        prompt.setTooltip(wrapped(prompt.getText()));
        VBox words = new VBox(prompt, answer(one.first(), "swatch-filled"), answer(one.second(), "swatch-outline"));
        words.getStyleClass().add("image-card-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        // Else a long prompt would widen the card instead of being cut short.
        words.setMinWidth(0);
        getChildren().addAll(frame, words);
        thumbnail.subscribe(this::show);
    }

    private static HBox answer(Comparison.Side side, String swatch) {
        Region mark = new Region();
        mark.getStyleClass().addAll("swatch", swatch);
        Label mean = new Label(Figures.signed(side.mean()), mark);
        mean.getStyleClass().add("image-card-mean");
        mean.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(side.response().responseText());
        text.getStyleClass().add("image-card-answer");
        text.setTooltip(wrapped(text.getText()));
        Wrapping.whereSafe(text);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(10, mean, text);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private void show(Thumbnail thumbnail) {
        Node node = switch (thumbnail) {
            case Thumbnail.Loading _ -> {
                ProgressIndicator ring = new ProgressIndicator();
                ring.setMaxSize(24, 24);
                yield ring;
            }
            case Thumbnail.Ready(Pixels pixels) -> picture(pixels);
            case Thumbnail.Missing _ -> {
                Label missing = new Label(Texts.of("comparison.image.missing"), Icon.of(Feather.IMAGE));
                missing.getStyleClass().add("muted");
                yield missing;
            }
        };
        frame.getChildren().setAll(node);
    }

    private ImageView picture(Pixels pixels) {
        ImageView view = new ImageView(PictureLayer.imageOf(pixels));
        view.setPreserveRatio(true);
        view.setFitWidth(WIDTH);
        view.setFitHeight(HEIGHT);
        view.setAccessibleText(name);
        return view;
    }

    private static Tooltip wrapped(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        return tooltip;
    }
}
