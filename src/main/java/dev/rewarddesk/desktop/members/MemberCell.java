package dev.rewarddesk.desktop.members;

import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Member;
import dev.rewarddesk.model.Role;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Somebody, as what, and what a lead can do about it. */
final class MemberCell extends WrappingCell<Member> {

    private static final int ROLE_WIDTH = 100;
    private static final int WORK_WIDTH = 150;
    private static final int CHANGE_WIDTH = 140;
    private static final int REVOKE_WIDTH = 90;

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
        seen.getStyleClass().add("caption");
        VBox work = new VBox(2, rewards, seen);
        column(as, ROLE_WIDTH);
        column(work, WORK_WIDTH);
        column(change, CHANGE_WIDTH);
        column(revoke, REVOKE_WIDTH);
        row = new HBox(14, who, as, work, change, revoke);
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
        revoke.setOnAction(_ -> {
            if (member.isRevoked()) {
                model.restore(member);
            } else {
                model.revoke(member);
            }
        });
        name.setOpacity(member.isRevoked() ? 0.6 : 1);
        show(row);
    }

    // As wide in every row, so that what is alike stands below what is alike.
    private static void column(Region part, int width) {
        part.setMinWidth(width);
        part.setPrefWidth(width);
        part.setMaxWidth(width);
    }
}
