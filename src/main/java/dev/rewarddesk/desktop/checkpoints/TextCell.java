package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.model.Checkpoint;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that writes its value in a person's way. */
final class TextCell<T> extends TableCell<Checkpoint, T> {

    private final Function<T, String> words;

    TextCell(Function<T, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable T value, boolean none) {
        super.updateItem(value, none);
        setText(none || value == null ? null : words.apply(value));
    }
}
