package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.text.Texts;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Puts a text on the clipboard, and says for a moment that it did. */
public final class CopyButton extends Button {

    private static final Duration SAID = Duration.seconds(2);

    /**
     * @param what names what is copied, for the tooltip and the screen reader
     * @param text asked at every press
     */
    public CopyButton(String what, Supplier<String> text) {
        super(Texts.of("copy"), Icon.of(Feather.COPY));
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(Texts.of("copy.what", what));
        setTooltip(new Tooltip(Texts.of("copy.what", what)));
        PauseTransition back = new PauseTransition(SAID);
        back.setOnFinished(_ -> said("copy", Feather.COPY));
        setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
            said("copied", Feather.CHECK);
            back.playFromStart();
        });
    }

    private void said(String key, Feather icon) {
        setText(Texts.of(key));
        setGraphic(Icon.of(icon));
    }
}
