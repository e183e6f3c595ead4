package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.control.ScoreText;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.sending.DecisionWords;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.FormerReward;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.RewardEntry;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One reward: who, when, how good, in which words; and what it was before. */
final class RewardCard extends VBox {

    private final RewardEntry entry;
    private final DetailViewModel model;

    /** @param change where the person gave it, how it stands with a change of it; empty where somebody else did */
    RewardCard(RewardEntry entry, Optional<OwnChange> change, DetailViewModel model) {
        this.entry = entry;
        this.model = model;
        boolean own = change.isPresent();
        getStyleClass().add("reward-card");
        Reward reward = entry.reward();
        getChildren().addAll(head(reward, own), who(reward, own));
        if (!reward.comment().isEmpty()) {
            ReadingText comment = new ReadingText();
            comment.getStyleClass().add("reward-card-comment");
            comment.read(reward.comment());
            getChildren().add(comment);
        }
        change.flatMap(RewardCard::fate).ifPresent(getChildren()::add);
        List<FormerReward> history = model.histories().get(reward.id());
        if (history != null) {
            history.forEach(former -> getChildren().add(former(former)));
        }
    }

    private static Optional<Label> fate(OwnChange change) {
        Label said = switch (change) {
            case OwnChange.None _ -> null;
            case OwnChange.Waiting _ -> new Label(Texts.of("library.edit.waiting"), Icon.of(Feather.UPLOAD_CLOUD));
            case OwnChange.NotTaken(Refused refused, Decision.Changed mine) ->
                new Label(
                        Texts.of("library.edit.not-taken", DecisionWords.of(mine), refused.reason()),
                        Icon.of(Feather.ALERT_TRIANGLE));
        };
        if (said == null) {
            return Optional.empty();
        }
        said.setId("fate");
        said.getStyleClass().add(change instanceof OwnChange.NotTaken ? "problem-box" : "caption");
        said.setMaxWidth(Double.MAX_VALUE);
        Wrapping.whereSafe(said);
        return Optional.of(said);
    }

    private HBox head(Reward reward, boolean own) {
        Label score = new Label(ScoreText.of(reward.score()));
        score.getStyleClass().add("reward-card-score");
        score.setMinWidth(Region.USE_PREF_SIZE);
        Label feedback = new Label(
                RewardText.of(reward.feedback()),
                Icon.of(RewardText.icon(reward.feedback().type())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(score, feedback, gap);
        head.getStyleClass().add("reward-card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        if (reward.revision() > 1) {
            head.getChildren().add(historyButton(reward));
        }
        if (own) {
            Button edit = button("library.edit", Feather.EDIT_2, model::edit);
            edit.setId("edit");
            edit.setTooltip(new Tooltip(Shortcut.LIBRARY_EDIT.tooltip()));
            head.getChildren().add(edit);
        }
        return head;
    }

    private Button historyButton(Reward reward) {
        return model.histories().containsKey(reward.id())
                ? button("library.history.hide", Feather.CHEVRON_UP, () -> model.hideHistory(reward.id()))
                : button("library.history.show", Feather.CHEVRON_DOWN, () -> model.showHistory(reward.id()));
    }

    private Label who(Reward reward, boolean own) {
        String name = RewardText.giver(entry);
        Label who = new Label(
                Texts.of(own ? "library.reward.by.you" : "library.reward.by", name, Texts.moment(reward.createdAt())));
        who.getStyleClass().add("caption");
        Wrapping.whereSafe(who);
        return who;
    }

    private static Label former(FormerReward former) {
        Reward reward = former.reward();
        String until = Texts.moment(former.changedAt());
        String feedback = RewardText.of(reward.feedback());
        Label label = new Label(
                reward.comment().isEmpty()
                        ? Texts.of("library.history.entry", until, ScoreText.of(reward.score()), feedback)
                        : Texts.of(
                                "library.history.entry.comment",
                                until,
                                ScoreText.of(reward.score()),
                                feedback,
                                reward.comment()));
        label.getStyleClass().add("reward-card-former");
        Wrapping.whereSafe(label);
        return label;
    }

    private static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(Texts.of(text), Icon.of(icon));
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
