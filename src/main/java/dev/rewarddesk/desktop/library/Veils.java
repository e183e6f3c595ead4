package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.image.Preview;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.settings.SensitiveImages;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javafx.beans.value.ObservableValue;

/** Which pictures are not shown before the person asks to see them. */
final class Veils {

    private final ObservableValue<SensitiveImages> wanted;
    private final Set<UUID> lifted = new HashSet<>();

    Veils(ObservableValue<SensitiveImages> wanted) {
        this.wanted = wanted;
    }

    /** Whether the image is not shown as it is. */
    boolean hides(Image image) {
        return !lifted.contains(image.id())
                && switch (wanted.getValue()) {
                    case NEVER -> false;
                    case MARKED -> isMarked(image);
                    case ALWAYS -> true;
                };
    }

    /** Shows the image from now on. */
    void lift(UUID imageId) {
        lifted.add(imageId);
    }

    /** What there is to see of the image. */
    PictureState over(Image image, Preview preview) {
        return hides(image)
                ? new PictureState.Veiled(
                        preview, isMarked(image) ? PictureState.Veiled.Why.MARKED : PictureState.Veiled.Why.ALL)
                : new PictureState.Ready(preview);
    }

    private static boolean isMarked(Image image) {
        return Boolean.TRUE.equals(image.sensitive());
    }
}
