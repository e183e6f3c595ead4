package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.Icon;
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
    private final Label text = new Label("", icon);

    BannerBox(Runnable closed) {
        getStyleClass().add("review-banner");
        setAccessibleRole(AccessibleRole.TEXT);
        text.setId("bannerText");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Button close = new Button(Texts.of("close"));
        close.setOnAction(_ -> closed.run());
        close.getStyleClass().add("small");
        HBox buttons = new HBox(close);
        buttons.getStyleClass().add("review-banner-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(text, buttons);
        managedProperty().bind(visibleProperty());
    }

    void show(Optional<Banner> now) {
        setVisible(now.isPresent());
        now.ifPresent(banner -> {
            boolean notice = banner.kind() == Banner.Kind.NOTICE;
            pseudoClassStateChanged(NOTICE, notice);
            icon.setIconCode(notice ? Feather.INFO : Feather.ALERT_TRIANGLE);
            text.setText(banner.text());
            setAccessibleText(banner.text());
        });
    }
}
