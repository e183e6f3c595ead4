package dev.rewarddesk.desktop.collect.groups;

import dev.rewarddesk.collect.session.NearGroup.Taken;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The image that the others look like. There is nothing to decide about it. */
final class TakenCard extends VBox {

    TakenCard(Taken taken, PictureFrame picture) {
        boolean there = taken.imageId().isPresent();
        getStyleClass().addAll("group-card", "group-taken");
        Label state = new Label(
                there ? Texts.of("groups.taken") : Texts.of("groups.taken.lost"),
                Icon.of(there ? Feather.DATABASE : Feather.ALERT_TRIANGLE));
        state.getStyleClass().add("group-verdict");
        Wrapping.whereSafe(state);
        Label size =
                new Label(Texts.of("groups.taken.size", taken.width(), taken.height(), ByteCount.of(taken.bytes())));
        Label session = new Label(Texts.of("groups.taken.session", taken.session()));
        session.getStyleClass().add("caption");
        Label url = new Label(taken.url());
        url.getStyleClass().add("caption");
        url.setTooltip(new Tooltip(taken.url()));
        getChildren().addAll(state, picture, size, session, url);
    }
}
