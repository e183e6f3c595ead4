package dev.rewarddesk.desktop.sending;

import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Refused;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One refused decision: about what, what was entered, and why it was not taken. */
final class RefusedCell extends WrappingCell<Refused> {

    private final Label about = new Label();
    private final Label entered = new Label();
    private final Label why = new Label();
    private final Label when = new Label();
    private final HBox row;

    RefusedCell() {
        about.getStyleClass().add("entry-about");
        entered.getStyleClass().add("entry-what");
        why.getStyleClass().add("entry-why");
        when.getStyleClass().add("caption");
        for (Label label : new Label[] {about, entered, why}) {
            Wrapping.whereSafe(label);
        }
        StackPane icon = new StackPane(Icon.of(Feather.ALERT_TRIANGLE));
        icon.getStyleClass().add("entry-icon");
        VBox words = new VBox(3, about, entered, why, when);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(12, icon, words);
    }

    @Override
    protected void updateItem(@Nullable Refused refused, boolean none) {
        super.updateItem(refused, none);
        if (none || refused == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        about.setText(DecisionWords.about(refused.decided()));
        entered.setText(DecisionWords.of(refused.decided().decision()));
        why.setText(refused.reason());
        when.setText(Texts.moment(refused.decided().at()));
        setAccessibleText(about.getText() + ". " + entered.getText() + ". " + why.getText());
        show(row);
    }
}
