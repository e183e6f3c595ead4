package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.Card;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What was decided in this session, beside the desk, the latest first; Enter opens one for changing. */
final class HistoryDrawer {

    private HistoryDrawer() {}

    static void open(ReviewViewModel model, Overlay overlay) {
        ListView<Past> list = new ListView<>();
        list.setId("historyList");
        list.setCellFactory(_ -> new PastCell());
        list.setAccessibleText(Texts.of("review.history.title"));
        list.setPlaceholder(new Label(Texts.of("review.history.none")));
        VBox.setVgrow(list, Priority.ALWAYS);
        Card card = new Card(Texts.of("review.history.title"), Card.paragraph(Texts.of("review.history.text")), list);
        card.getStyleClass().add("drawer");
        card.button(Texts.of("close"), overlay::close);
        Subscription following = model.historyProperty().subscribe(now -> show(list, now));
        Runnable reopen = () -> {
            Past chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                overlay.close();
                model.reopen(chosen);
            }
        };
        KeyBindings.on(card)
                .bind(Shortcut.LIST_OPEN, reopen)
                .bind(Shortcut.HISTORY, overlay::close)
                .bind(Shortcut.LEAVE_COMMENT, overlay::close);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getClickCount() == 2) {
                reopen.run();
            }
        });
        overlay.openAside(card, list, following::unsubscribe);
    }

    private static void show(ListView<Past> list, List<Past> now) {
        int place = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(now);
        if (!now.isEmpty()) {
            list.getSelectionModel().select(Math.clamp(place, 0, now.size() - 1));
        }
    }
}
