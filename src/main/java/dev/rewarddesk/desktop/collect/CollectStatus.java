package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectProgress;
import dev.rewarddesk.collect.session.CollectProgress.Stage;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** In the status bar, while a run is under way: that it is, and how much it brought. Leads to it. */
public final class CollectStatus extends Button {

    /** @param open shows the run */
    public CollectStatus(CollectDesk desk, Runnable open) {
        setId("collectStatus");
        getStyleClass().addAll("flat", "status-menu");
        setGraphic(Icon.of(Feather.DOWNLOAD));
        setTooltip(new Tooltip(Shortcut.GO_COLLECT.tooltip()));
        setFocusTraversable(false);
        setOnAction(_ -> open.run());
        managedProperty().bind(visibleProperty());
        desk.progressProperty().subscribe(this::show);
    }

    private void show(Optional<CollectProgress> progress) {
        setVisible(progress.filter(now -> now.stage() != Stage.ENDED).isPresent());
        progress.ifPresent(now -> setText(
                now.stage() == Stage.PAUSED
                        ? Texts.of("collect.status.paused")
                        : Texts.of("collect.status", now.newImages())));
    }
}
