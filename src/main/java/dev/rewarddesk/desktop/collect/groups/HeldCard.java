package dev.rewarddesk.desktop.collect.groups;

import dev.rewarddesk.collect.session.NearGroup.Held;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.QuietButton;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** An image that is held back, and what was decided about it. Has the focus while it is the current one. */
final class HeldCard extends VBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass KEPT = PseudoClass.getPseudoClass("kept");
    private static final PseudoClass DROPPED = PseudoClass.getPseudoClass("dropped");

    private final Held held;
    private final Label verdict = new Label();
    private final List<Node> caps = new ArrayList<>();

    /**
     * A card.
     *
     * @param decide told what was pressed
     */
    HeldCard(Held held, PictureFrame picture, Deciding decide) {
        this.held = held;
        getStyleClass().add("group-card");
        setFocusTraversable(true);
        verdict.getStyleClass().add("group-verdict");
        Label size = new Label(
                Texts.of("groups.size", held.width(), held.height(), held.format(), ByteCount.of(held.bytes())));
        Label distance = new Label(Texts.of("groups.distance", held.distance(), held.quality()));
        distance.getStyleClass().add("caption");
        Label url = new Label(held.url());
        url.getStyleClass().add("caption");
        url.setTooltip(new Tooltip(Texts.of("groups.found-at", held.url(), held.page())));
        Label alt = new Label(held.altText());
        alt.getStyleClass().add("caption");
        Wrapping.whereSafe(alt);
        alt.setMaxHeight(34);
        alt.setVisible(!held.altText().isBlank());
        alt.setManaged(alt.isVisible());
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(
                8,
                button(
                        Texts.of("groups.keep"),
                        Feather.CHECK,
                        Shortcut.GROUP_KEEP,
                        () -> decide.on(held, Verdict.KEEP)),
                button(
                        Texts.of("groups.drop"),
                        Feather.TRASH_2,
                        Shortcut.GROUP_DROP,
                        () -> decide.on(held, Verdict.DROP)));
        getChildren().addAll(verdict, picture, size, distance, url, alt, space, buttons);
    }

    /** Told which button was pressed on which card. */
    interface Deciding {
        void on(Held held, Verdict verdict);
    }

    /** Shows whether it is the current one, and what was decided. */
    void show(boolean current, Optional<Verdict> decided) {
        pseudoClassStateChanged(CURRENT, current);
        // The keys are for this one alone.
        caps.forEach(cap -> cap.setVisible(current));
        pseudoClassStateChanged(KEPT, decided.equals(Optional.of(Verdict.KEEP)));
        pseudoClassStateChanged(DROPPED, decided.equals(Optional.of(Verdict.DROP)));
        verdict.setText(decided.map(one -> Texts.of("groups.verdict.", one)).orElse(Texts.of("groups.undecided")));
        verdict.setGraphic(Icon.of(
                switch (decided.orElse(null)) {
                    case null -> Feather.HELP_CIRCLE;
                    case KEEP -> Feather.CHECK;
                    case DROP -> Feather.TRASH_2;
                }));
        setAccessibleText(Texts.of(
                "groups.card", verdict.getText(), held.width(), held.height(), held.distance(), held.altText()));
    }

    private Button button(String words, Feather icon, Shortcut shortcut, Runnable action) {
        QuietButton button = new QuietButton();
        button.setText(words);
        button.setGraphic(Icon.of(icon));
        button.setOnAction(_ -> action.run());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(button, Priority.ALWAYS);
        KeyHint.on(button, shortcut, 0);
        Optional.ofNullable(button.getGraphic().lookup(".key-cap")).ifPresent(caps::add);
        return button;
    }
}
