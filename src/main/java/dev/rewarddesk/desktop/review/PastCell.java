package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.sending.DecisionWords;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Decision;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One thing decided: about what, what, when, and what became of it. */
final class PastCell extends WrappingCell<Past> {

    private final Label about = new Label();
    private final Label what = new Label();
    private final FontIcon fateIcon = new FontIcon();
    private final Label fate = new Label("", fateIcon);
    private final StackPane icon = new StackPane();
    private final HBox row;

    PastCell() {
        about.getStyleClass().add("entry-about");
        what.getStyleClass().add("entry-what");
        fate.getStyleClass().addAll("caption", "entry-fate");
        for (Label label : new Label[] {about, what}) {
            Wrapping.whereSafe(label);
        }
        icon.getStyleClass().add("entry-icon");
        VBox words = new VBox(3, about, what, fate);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(12, icon, words);
    }

    @Override
    protected void updateItem(@Nullable Past past, boolean none) {
        super.updateItem(past, none);
        if (none || past == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        about.setText(DecisionWords.about(past.decided()));
        what.setText(DecisionWords.of(past.decided().decision()));
        fate.setText(Texts.of(
                "review.history.fate", Texts.time(past.decided().at()), Texts.of("review.fate.", past.fate())));
        fateIcon.setIconCode(
                switch (past.fate()) {
                    case WAITING -> Feather.CLOCK;
                    case SYNCED -> Feather.CHECK;
                    case REFUSED -> Feather.ALERT_TRIANGLE;
                });
        for (Past.Fate each : Past.Fate.values()) {
            fate.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == past.fate());
        }
        icon.getChildren()
                .setAll(Icon.of(
                        switch (past.decided().decision()) {
                            case Decision.Given _ -> Feather.CHECK_SQUARE;
                            case Decision.Changed _ -> Feather.EDIT_2;
                            case Decision.Skipped _ -> Feather.SKIP_FORWARD;
                            case Decision.Flagged _ -> Feather.FLAG;
                        }));
        setAccessibleText(about.getText() + ". " + what.getText() + ". " + fate.getText());
        show(row);
    }
}
