package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.ScoreText;
import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.ResponseStatus;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line of the library: picture, prompt, answer, and how it stands with it. */
final class LibraryCell extends WrappingCell<LibraryRow> {

    /** How high every line is. */
    static final double HEIGHT = 82;

    // More than a screen holds, so that the next page is mostly there when it is scrolled to.
    private static final int NEAR_END = 25;

    private final Runnable nearEnd;
    private final Portrait portrait;
    private final Label prompt = label("library-prompt");
    private final Label answer = label("library-answer");
    private final Label facts = label("library-facts");
    private final Label score = label("library-score");
    private final Label standing = label("library-standing");
    private final FontIcon icon = Icon.of(Feather.CLOCK);
    private final HBox row;

    /** @param nearEnd told when a line near the end comes into view */
    LibraryCell(Portrait portrait, Runnable nearEnd) {
        this.nearEnd = nearEnd;
        this.portrait = portrait;
        getStyleClass().add("library-cell");
        VBox words = new VBox(prompt, answer, facts);
        words.getStyleClass().add("library-words");
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        standing.setGraphic(icon);
        VBox side = new VBox(score, standing);
        side.getStyleClass().add("library-side");
        side.setAlignment(Pos.CENTER_RIGHT);
        side.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(portrait, words, side);
        row.getStyleClass().add("library-line");
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable LibraryRow item, boolean none) {
        super.updateItem(item, none);
        if (none || item == null) {
            portrait.clear();
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        portrait.show(item.image(), item.thumbnailUrl());
        prompt.setText(item.prompt());
        answer.setText(item.answer());
        switch (item.standing()) {
            case LibraryRow.Standing.OfResponse response -> showResponse(item, response);
            case LibraryRow.Standing.OfReward reward -> showReward(item, reward);
        }
        setAccessibleText(String.join(
                ". ", prompt.getText(), answer.getText(), facts.getText(), score.getText(), standing.getText()));
        show(row);
        if (getIndex() >= getListView().getItems().size() - NEAR_END) {
            nearEnd.run();
        }
    }

    private void showResponse(LibraryRow item, LibraryRow.Standing.OfResponse response) {
        String made = Texts.moment(item.time());
        facts.setText(
                response.own() == null
                        ? Texts.of("library.facts", item.modelId(), made)
                        : Texts.of("library.facts.own", item.modelId(), made, ScoreText.of(response.own())));
        score.setText(
                response.mean() == null
                        ? ""
                        : Texts.of("library.mean", ScoreText.of(response.mean()), response.rewards()));
        if (response.status() == ResponseStatus.FLAGGED) {
            standing.setText(
                    response.flags().isEmpty()
                            ? Texts.of("library.status.", response.status())
                            : response.flags().stream().map(LibraryCell::reason).collect(Collectors.joining(", ")));
        } else {
            standing.setText(Texts.of("library.status.", response.status()));
        }
        icon.setIconCode(iconOf(response.status()));
    }

    private void showReward(LibraryRow item, LibraryRow.Standing.OfReward reward) {
        String given = Texts.moment(item.time());
        facts.setText(
                reward.comment().isEmpty()
                        ? Texts.of("library.reward.facts", reward.giver(), given, item.modelId())
                        : Texts.of("library.reward.facts.comment", reward.giver(), given, reward.comment()));
        score.setText(ScoreText.of(reward.score()));
        standing.setText(RewardText.of(reward.feedback()));
        icon.setIconCode(RewardText.icon(reward.feedback().type()));
    }

    private static String reason(FlagReason reason) {
        return Texts.of("library.flag.", reason);
    }

    private static Feather iconOf(ResponseStatus status) {
        return switch (status) {
            case PENDING -> Feather.CLOCK;
            case REVIEWED -> Feather.CHECK_CIRCLE;
            case FLAGGED -> Feather.FLAG;
        };
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }
}
