package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.CopyButton;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.text.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a {@link Banner}; takes no room while there is none. */
final class BannerBox extends VBox {

    private static final PseudoClass NOTICE = PseudoClass.getPseudoClass("notice");

    private final FontIcon icon = Icon.of(Feather.ALERT_TRIANGLE);
    private final Label text = wrapped(new Label("", icon));
    private final ReadingText lost = new ReadingText();
    private final Button copy;
    private String toCopy = "";

    BannerBox(Runnable closed) {
        copy = new CopyButton(Texts.of("review.entered"), () -> toCopy);
        getStyleClass().add("review-banner");
        setAccessibleRole(AccessibleRole.TEXT);
        text.setId("bannerText");
        lost.setId("bannerLost");
        lost.getStyleClass().add("review-banner-lost");
        Button close = new Button(Texts.of("close"));
        close.setOnAction(_ -> closed.run());
        copy.getStyleClass().add("small");
        close.getStyleClass().add("small");
        HBox buttons = new HBox(copy, close);
        buttons.getStyleClass().add("review-banner-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(text, lost, buttons);
        managedProperty().bind(visibleProperty());
        lost.managedProperty().bind(lost.visibleProperty());
        copy.visibleProperty().bind(lost.visibleProperty());
        copy.managedProperty().bind(lost.visibleProperty());
    }

    void show(Optional<Banner> now) {
        setVisible(now.isPresent());
        now.ifPresent(banner -> {
            boolean notice = banner.kind() == Banner.Kind.NOTICE;
            pseudoClassStateChanged(NOTICE, notice);
            icon.setIconCode(notice ? Feather.INFO : Feather.ALERT_TRIANGLE);
            text.setText(banner.text());
            toCopy = banner.lost();
            lost.read(banner.lost());
            lost.setVisible(!banner.lost().isEmpty());
            setAccessibleText(banner.text() + " " + banner.lost());
        });
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
