package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.image.ImageSource;
import dev.rewarddesk.desktop.image.PictureMemory;
import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.image.Preview;
import dev.rewarddesk.desktop.image.UnreadablePictureException;
import dev.rewarddesk.desktop.image.Viewport;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Image;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The picture of the response that is open; from the same places, and within the same bounds, as those at the desk. */
public final class Gallery {

    private final ImageSource source;
    private final PictureMemory memory;
    private final Veils veils;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<PictureState> picture = new ReadOnlyObjectWrapper<>(new PictureState.None());
    private Viewport room = Viewport.USUAL;
    private @Nullable Image shown;

    Gallery(ImageSource source, PictureMemory memory, Veils veils, Tasks tasks) {
        this.source = source;
        this.memory = memory;
        this.veils = veils;
        this.tasks = tasks;
    }

    /** What there is to see. */
    public ReadOnlyObjectProperty<PictureState> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Shows the picture that is blurred. */
    public void reveal() {
        if (picture.get() instanceof PictureState.Veiled veiled && shown != null) {
            veils.lift(shown.id());
            picture.set(new PictureState.Ready(veiled.preview()));
        }
    }

    /** Tries the picture again. */
    public void again() {
        Image image = shown;
        if (image != null) {
            load(image);
        }
    }

    /** How much room the next pictures will have. */
    public void prepareFor(Viewport viewport) {
        room = viewport;
    }

    /** Shows this image; null for none. The one that is shown stays. */
    void show(@Nullable Image image) {
        if (image == null) {
            shown = null;
            picture.set(new PictureState.None());
        } else if (shown == null || !shown.id().equals(image.id())) {
            load(image);
        }
    }

    private void load(Image image) {
        shown = image;
        Optional<Preview> kept = memory.get(image.id());
        if (kept.isPresent()) {
            picture.set(veils.over(image, kept.get()));
            return;
        }
        picture.set(new PictureState.Loading());
        Viewport viewport = room;
        tasks.run(() -> Preview.of(source.bytesOf(image), viewport))
                .onSuccess(preview -> {
                    memory.put(image.id(), preview);
                    tell(image, veils.over(image, preview));
                })
                .onFailure(
                        UnreadablePictureException.class,
                        unreadable -> tell(
                                image, new PictureState.Broken(Texts.of("library.image.", unreadable.reason()), false)))
                .onFailure(
                        ServiceFailure.class,
                        failure -> tell(
                                image,
                                new PictureState.Broken(Texts.of("image.broken.transfer", failure.getMessage()), true)))
                .start();
    }

    private void tell(Image image, PictureState now) {
        if (shown != null && image.id().equals(shown.id())) {
            picture.set(now);
        }
    }
}
