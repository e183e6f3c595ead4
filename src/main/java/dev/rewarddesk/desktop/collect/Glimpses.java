package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.desktop.image.Picture;
import dev.rewarddesk.desktop.image.Pixels;
import dev.rewarddesk.desktop.image.UnreadablePictureException;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The newest images as small pictures, each fetched once while it is among them. Use it in the foreground. */
final class Glimpses {

    /** In pixels: enough for twice as fine a screen. */
    static final int WIDTH = 192;

    static final int HEIGHT = 144;

    private final Source source;
    private final Tasks tasks;
    private final Map<UUID, Glimpse> shown = new LinkedHashMap<>();

    Glimpses(Source source, Tasks tasks) {
        this.source = source;
        this.tasks = tasks;
    }

    /** Where a picture's file comes from; blocks. */
    @FunctionalInterface
    public interface Source {

        /** The bytes of a picture that fits so many pixels, or is larger. */
        byte[] fetch(UUID image, int width, int height);
    }

    /** The pictures of these images in this order; those of other images are forgotten. */
    List<Glimpse> of(List<UUID> images) {
        shown.keySet().retainAll(images);
        return images.stream()
                .map(image -> shown.computeIfAbsent(image, this::fetched))
                .toList();
    }

    private Glimpse fetched(UUID image) {
        Glimpse glimpse = new Glimpse(WIDTH / 2, HEIGHT / 2);
        tasks.run(() -> decoded(source.fetch(image, WIDTH, HEIGHT), WIDTH, HEIGHT))
                .onSuccess(glimpse::show)
                .onFailure(UnreadablePictureException.class, _ -> glimpse.broken())
                .onFailure(ServiceFailure.class, _ -> glimpse.broken())
                .start();
        return glimpse;
    }

    /** At most about so many pixels of a picture's file, which is hostile until it is decoded. */
    static Pixels decoded(byte[] file, int width, int height) throws UnreadablePictureException {
        Picture picture = Picture.of(file);
        return picture.read(picture.area(), Picture.reductionFor(picture.area(), 2L * width * height));
    }
}
