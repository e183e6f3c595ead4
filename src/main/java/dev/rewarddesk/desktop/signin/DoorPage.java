package dev.rewarddesk.desktop.signin;

import atlantafx.base.theme.Styles;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.Place;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page before a hosted workspace in which nobody is signed in. */
public final class DoorPage {

    private final SignInView form;
    private final StackPane root;

    /** The ways away from it. */
    public interface Exits {

        /** Goes to the local workspace instead. */
        void local();

        /** Goes there and forgets that this one was known; what waits to be sent stays. */
        void forget();
    }

    public DoorPage(Place.Hosted place, SignInViewModel model, Exits exits) {
        this.form = new SignInView(model);
        Label title = new Label(Texts.of("signin.title", place.name()));
        title.getStyleClass().add("entrance-title");
        title.setWrapText(true);
        Label address = new Label(place.url().toString());
        address.getStyleClass().addAll("muted", "code");
        Button away = new Button(Texts.of("signin.elsewhere"));
        away.setId("elsewhere");
        away.setOnAction(_ -> exits.local());
        Button forget = new Button(Texts.of("signin.forget"));
        forget.setId("forget");
        forget.getStyleClass().add(Styles.FLAT);
        forget.setTooltip(new Tooltip(Texts.of("signin.forget.text")));
        forget.setOnAction(_ -> exits.forget());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(away, gap, forget);
        VBox card = new VBox(new VBox(6, title, address), form.root(), foot);
        card.getStyleClass().add("entrance-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        root = new StackPane(card);
        root.getStyleClass().addAll("canvas", "entrance");
    }

    /** The page's root node. */
    public Parent root() {
        return root;
    }

    /** Gives the first field the focus; the page is in the scene by now. */
    public void start() {
        form.first().requestFocus();
    }
}
