package dev.rewarddesk.desktop.members;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Member;
import dev.rewarddesk.model.Role;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Somebody, as what, and what a lead can do about it. */
final class MemberCell extends ListCell<Member> {

    private static final int ROLE_WIDTH = 110;
    private static final int FIGURE_WIDTH = 130;

    private final MembersViewModel model;
    private final Label name = new Label();
    private final Label email = new Label();
    private final Label role = new Label();
    private final Label rewards = new Label();
    private final Label seen = new Label();
    private final Button change = new Button();
    private final Button revoke = new Button();
    private final HBox row;

    MemberCell(MembersViewModel model) {
        this.model = model;
        name.getStyleClass().add("member-name");
        email.getStyleClass().add("caption");
        VBox who = new VBox(2, name, email);
        who.setMinWidth(0);
        HBox.setHgrow(who, Priority.ALWAYS);
        role.getStyleClass().add("pill");
        HBox as = new HBox(role);
        as.setAlignment(Pos.CENTER_LEFT);
        as.setMinWidth(ROLE_WIDTH);
        for (Label figure : new Label[] {rewards, seen}) {
            figure.setMinWidth(FIGURE_WIDTH);
            figure.getStyleClass().add("muted");
        }
        change.setMinWidth(FIGURE_WIDTH);
        revoke.setMinWidth(ROLE_WIDTH);
        row = new HBox(14, who, as, rewards, seen, change, revoke);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("member-row");
    }

    @Override
    protected void updateItem(@Nullable Member member, boolean none) {
        super.updateItem(member, none);
        if (none || member == null) {
            setGraphic(null);
            return;
        }
        name.setText(model.isMe(member) ? Texts.of("members.you", member.name()) : member.name());
        email.setText(member.email());
        role.setText(member.isRevoked() ? Texts.of("members.revoked") : Texts.of("role.", member.role()));
        rewards.setText(Texts.of("members.rewards", member.rewards()));
        Instant last = member.lastSignInAt();
        seen.setText(last == null ? Texts.of("members.never") : Texts.of("members.seen", Texts.day(last)));
        change.setText(Texts.of(member.role() == Role.LEAD ? "members.make-annotator" : "members.make-lead"));
        change.setVisible(!member.isRevoked());
        change.setOnAction(_ -> model.changeRole(member));
        revoke.setText(Texts.of(member.isRevoked() ? "members.restore" : "members.revoke"));
        revoke.getStyleClass().remove("danger");
        if (!member.isRevoked()) {
            revoke.getStyleClass().add("danger");
        }
        revoke.setOnAction(_ -> {
            if (member.isRevoked()) {
                model.restore(member);
            } else {
                model.revoke(member);
            }
        });
        name.setOpacity(member.isRevoked() ? 0.6 : 1);
        setGraphic(row);
    }
}
