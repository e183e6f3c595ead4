package dev.rewarddesk.desktop.members;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Member;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** The screen of who belongs to the workspace. */
public final class MembersView implements Screen {

    private final MembersViewModel model;
    private final Overlay overlay;
    private final Parent root;

    @FXML
    private Button invite;

    @FXML
    private Label membersProblem;

    @FXML
    private ListView<Member> memberList;

    @FXML
    private Node leadsOnly;

    public MembersView(MembersViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
        this.root = Fxml.load(this);
        KeyBindings.on(root).bind(Shortcut.RELOAD, model::load);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.load();
        invite.requestFocus();
    }

    @FXML
    private void initialize() {
        memberList.setItems(model.members());
        Label loading = new Label();
        loading.getStyleClass().add("muted");
        loading.textProperty().bind(model.busyProperty().map(busy -> busy ? Texts.of("members.loading") : ""));
        memberList.setPlaceholder(loading);
        memberList.setCellFactory(_ -> new MemberCell(model));
        membersProblem.textProperty().bind(model.problemProperty());
        Wrapping.whereSafe(membersProblem);
        membersProblem.visibleProperty().bind(membersProblem.textProperty().isNotEmpty());
        membersProblem.managedProperty().bind(membersProblem.visibleProperty());
        model.mayLead().subscribe(may -> {
            boolean lead = Boolean.TRUE.equals(may);
            memberList.setVisible(lead);
            invite.setVisible(lead);
            leadsOnly.setVisible(!lead);
        });
        invite.setOnAction(_ -> InvitationCard.open(model.invitation(), overlay));
    }
}
