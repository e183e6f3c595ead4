package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectProgress;
import dev.rewarddesk.collect.session.CollectProgress.Stage;
import dev.rewarddesk.desktop.collect.answer.Answering;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.task.Every;
import dev.rewarddesk.desktop.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** In the status bar, while images are collected or a model is asked: that it is so, and how much came of it. Leads there. */
public final class CollectStatus extends Button {

    private final CollectDesk collecting;
    private final Answering answering;
    private final Every looking = new Every(Duration.ofSeconds(1), this::tell);

    /** @param open shows the screen */
    public CollectStatus(CollectDesk collecting, Answering answering, Runnable open) {
        this.collecting = collecting;
        this.answering = answering;
        setId("collectStatus");
        getStyleClass().addAll("flat", "status-menu");
        setGraphic(Icon.of(Feather.DOWNLOAD));
        setTooltip(new Tooltip(Shortcut.GO_COLLECT.tooltip()));
        setFocusTraversable(false);
        setOnAction(_ -> open.run());
        managedProperty().bind(visibleProperty());
        collecting.progressProperty().subscribe(this::tell);
        tell();
    }

    /** Looks from now on every second what goes on. */
    public void start() {
        looking.start();
    }

    /** Looks no more. */
    public void stop() {
        looking.stop();
    }

    private void tell() {
        List<String> parts = new ArrayList<>();
        collecting
                .progressProperty()
                .get()
                .filter(now -> now.stage() != Stage.ENDED)
                .map(CollectStatus::words)
                .ifPresent(parts::add);
        if (answering.stand().isUnderWay()) {
            parts.add(Texts.of("answers.status"));
        }
        setText(parts.isEmpty() ? Shortcut.GO_COLLECT.text() : String.join(" · ", parts));
        setVisible(!parts.isEmpty());
    }

    private static String words(CollectProgress now) {
        return now.stage() == Stage.PAUSED
                ? Texts.of("collect.status.paused")
                : Texts.of("collect.status", now.newImages());
    }
}
