package dev.rewarddesk.desktop.members;

import dev.rewarddesk.desktop.control.Card;
import dev.rewarddesk.desktop.control.CopyButton;
import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Invited;
import dev.rewarddesk.model.Role;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card on which somebody is invited, and the one that says what came of it. */
final class InvitationCard {

    private final InvitationViewModel model;
    private final Overlay overlay;
    private final TextField email = new TextField();
    private final TextField name = new TextField();

    private InvitationCard(InvitationViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
    }

    static void open(InvitationViewModel model, Overlay overlay) {
        new InvitationCard(model, overlay).ask();
    }

    private void ask() {
        email.setId("inviteEmail");
        name.setId("inviteName");
        Label problem = new Label("", new FontIcon("fth-alert-triangle"));
        problem.setId("inviteProblem");
        problem.getStyleClass().add("problem-box");
        Wrapping.whereSafe(problem);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        ToggleGroup group = new ToggleGroup();
        HBox roles = new HBox(20, role(Role.ANNOTATOR, group), role(Role.LEAD, group));
        Card card = new Card(
                Texts.of("members.invite.title"),
                field("members.invite.email", email, model.email()),
                field("members.invite.name", name, model.name()),
                roles,
                problem);
        card.button(Texts.of("cancel"), overlay::close);
        Button invite = card.button(Texts.of("members.invite.submit"), model::submit, "accent");
        invite.setDefaultButton(true);
        invite.textProperty()
                .bind(model.busyProperty()
                        .map(busy -> Texts.of(busy ? "members.invite.busy" : "members.invite.submit")));
        model.invitedProperty().subscribe(result -> result.ifPresent(this::tell));
        overlay.open(card, email);
    }

    private void tell(Invited invited) {
        String link = invited.link();
        Card card = new Card(
                Texts.of("members.invited.title", invited.member().name()),
                Card.paragraph(Texts.of(
                        invited.mailed()
                                ? "members.invited.mailed"
                                : link == null ? "members.invited.known" : "members.invited.link")));
        if (link != null) {
            TextField shown = new TextField(link);
            shown.setId("inviteLink");
            shown.setEditable(false);
            HBox row = new HBox(10, shown, new CopyButton(Texts.of("members.invited.link.name"), () -> link));
            HBox.setHgrow(shown, Priority.ALWAYS);
            card.add(row);
        }
        Button close = card.button(Texts.of("close"), overlay::close, "accent");
        overlay.open(card, close);
    }

    private RadioButton role(Role role, ToggleGroup group) {
        RadioButton button = new RadioButton(Texts.of("role.", role));
        button.setToggleGroup(group);
        button.setSelected(role == model.roleProperty().get());
        button.setOnAction(_ -> model.roleProperty().set(role));
        return button;
    }

    private static FormField field(String key, TextField input, TextEntry entry) {
        FormField field = new FormField();
        field.setName(Texts.of(key));
        field.setInput(input);
        input.textProperty().bindBidirectional(entry.textProperty());
        entry.errorProperty().subscribe(field.errorProperty()::set);
        return field;
    }
}
