package dev.rewarddesk.desktop;

import dev.rewarddesk.desktop.control.WebLink;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Opens addresses in the person's browser; where there is none, puts them on the clipboard and says so. */
record Browser(Tasks tasks, Notices notices) implements Consumer<URI> {

    @Override
    public void accept(URI address) {
        tasks.run(() -> WebLink.open(address))
                .onFailure(IOException.class, _ -> copy(address))
                .start();
    }

    private void copy(URI address) {
        ClipboardContent content = new ClipboardContent();
        content.putString(address.toASCIIString());
        Clipboard.getSystemClipboard().setContent(content);
        notices.tell(Texts.of("guidelines.copied", address.toASCIIString()));
    }
}
