package dev.rewarddesk.desktop.sending;

import atlantafx.base.theme.Styles;
import dev.rewarddesk.desktop.control.Card;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Refused;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The list of what the workspace did not take, beside the screen, with what can be done about each. */
public final class RefusedDrawer {

    private final RefusedViewModel model;
    private final Overlay overlay;
    private final ListView<Refused> list = new ListView<>();
    private final Button edit = new Button(Texts.of("refused.edit"));
    private final Button again = new Button(Texts.of("refused.again"));
    private final Button drop = new Button(Texts.of("refused.drop"));
    private final Button really = new Button(Texts.of("refused.drop.yes"));
    private final Button keep = new Button(Texts.of("refused.drop.no"));
    private final HBox actions = new HBox(edit, again, drop);
    private final VBox question = question();

    private RefusedDrawer(RefusedViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
    }

    /** Opens the list. */
    public static void open(RefusedViewModel model, Overlay overlay) {
        new RefusedDrawer(model, overlay).open();
    }

    private void open() {
        list.setId("refusedList");
        list.setCellFactory(_ -> new RefusedCell());
        list.setAccessibleText(Texts.of("refused.title"));
        list.setPlaceholder(new Label(Texts.of("refused.none")));
        VBox.setVgrow(list, Priority.ALWAYS);
        actions.getStyleClass().add("entry-actions");
        label();
        Card card =
                new Card(Texts.of("refused.title"), Card.paragraph(Texts.of("refused.text")), list, actions, question);
        card.getStyleClass().add("drawer");
        card.button(Texts.of("close"), overlay::close);
        Subscription following = model.listProperty()
                .subscribe(this::show)
                .and(model.droppingProperty().subscribe(this::ask));
        bindKeys(card);
        overlay.openAside(card, list, () -> {
            following.unsubscribe();
            model.keep();
        });
        model.refresh();
    }

    private void label() {
        KeyHint.on(edit, Shortcut.LIST_OPEN, 0);
        KeyHint.on(again, Shortcut.LIST_SEND_AGAIN, 0);
        KeyHint.on(drop, Shortcut.LIST_DROP, 0);
        really.setId("reallyDrop");
        really.getStyleClass().add(Styles.DANGER);
        edit.setOnAction(_ -> edit());
        again.setOnAction(_ -> selected(model::sendAgain));
        drop.setOnAction(_ -> selected(model::askToDrop));
        really.setOnAction(_ -> model.drop());
        keep.setOnAction(_ -> model.keep());
        for (Button each : List.of(edit, again, drop)) {
            each.disableProperty()
                    .bind(list.getSelectionModel().selectedItemProperty().isNull());
        }
        actions.managedProperty().bind(actions.visibleProperty());
        question.managedProperty().bind(question.visibleProperty());
    }

    private void bindKeys(Card card) {
        KeyBindings.on(card, () -> !question.isVisible())
                .bind(Shortcut.LIST_OPEN, this::edit)
                .bind(Shortcut.LIST_SEND_AGAIN, () -> selected(model::sendAgain))
                .bind(Shortcut.LIST_DROP, () -> selected(model::askToDrop))
                .bind(Shortcut.REFUSED, overlay::close)
                .bind(Shortcut.LEAVE_COMMENT, overlay::close);
        KeyBindings.on(card, question::isVisible).bind(Shortcut.LEAVE_COMMENT, model::keep);
    }

    private VBox question() {
        Label text = Card.paragraph(Texts.of("refused.drop.text"));
        HBox answers = new HBox(really, keep);
        answers.getStyleClass().add("entry-actions");
        answers.setAlignment(Pos.CENTER_LEFT);
        VBox asked = new VBox(8, text, answers);
        asked.setId("dropQuestion");
        asked.setVisible(false);
        return asked;
    }

    private void edit() {
        selected(refused -> {
            overlay.close();
            model.edit(refused);
        });
    }

    private void selected(Consumer<Refused> action) {
        Refused chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            action.accept(chosen);
        }
    }

    private void show(List<Refused> now) {
        int place = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(now);
        if (!now.isEmpty()) {
            list.getSelectionModel().select(Math.clamp(place, 0, now.size() - 1));
        }
    }

    private void ask(Optional<Refused> dropping) {
        question.setVisible(dropping.isPresent());
        actions.setVisible(dropping.isEmpty());
        if (dropping.isPresent()) {
            keep.requestFocus();
        } else {
            list.requestFocus();
        }
    }
}
