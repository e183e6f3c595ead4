package dev.rewarddesk.desktop.comparison;

import dev.rewarddesk.desktop.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The operating system's own dialog for a file that is to be saved. */
public final class SaveDialog implements Destination {

    private final Supplier<@Nullable Window> owner;
    private @Nullable File lastFolder;

    /** @param owner the window that the dialog belongs to */
    public SaveDialog(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> ask(String suggestion) {
        String ending = suggestion.substring(suggestion.lastIndexOf('.') + 1);
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.of("comparison.save"));
        chooser.setInitialFileName(suggestion);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        File chosen = chooser.showSaveDialog(owner.get());
        if (chosen == null) {
            return Optional.empty();
        }
        lastFolder = chosen.getParentFile();
        return Optional.of(chosen.toPath());
    }
}
