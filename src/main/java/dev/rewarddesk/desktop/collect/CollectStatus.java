package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.answer.AnswerProgress;
import dev.rewarddesk.collect.session.CollectProgress;
import dev.rewarddesk.collect.session.CollectProgress.Stage;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** In the status bar, while images are collected or a model is asked: that it is so, and how much came of it. Leads there. */
public final class CollectStatus extends Button {

    private final CollectDesk collecting;
    private final AnswerDesk answering;

    /** @param open shows the screen */
    public CollectStatus(CollectDesk collecting, AnswerDesk answering, Runnable open) {
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
        answering.progressProperty().subscribe(this::tell);
        answering.busyProperty().subscribe(this::tell);
    }

    private void tell() {
        List<String> parts = new ArrayList<>();
        collecting
                .progressProperty()
                .get()
                .filter(now -> now.stage() != Stage.ENDED)
                .map(CollectStatus::words)
                .ifPresent(parts::add);
        if (answering.busyProperty().get()) {
            long answered = answering
                    .progressProperty()
                    .get()
                    .map(AnswerProgress::answered)
                    .orElse(0L);
            parts.add(Texts.of("answers.status", answered));
        }
        setText(String.join(" · ", parts));
        setVisible(!parts.isEmpty());
    }

    private static String words(CollectProgress now) {
        return now.stage() == Stage.PAUSED
                ? Texts.of("collect.status.paused")
                : Texts.of("collect.status", now.newImages());
    }
}
