package dev.rewarddesk.desktop.comparison;

import dev.rewarddesk.desktop.image.Picture;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.model.Image;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Images in small, fetched and decoded in the background, one after the other. */
final class Thumbnails {

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

    /** Sharp at twice the size that they are shown at. */
    private static final long PIXELS = 200_000;

    private final Tasks tasks;
    private final Function<Image, byte[]> fetch;
    private final Map<UUID, ReadOnlyObjectWrapper<Thumbnail>> known = new HashMap<>();
    private final Deque<Image> waiting = new ArrayDeque<>();
    private boolean loading;

    Thumbnails(Tasks tasks, Function<Image, byte[]> fetch) {
        this.tasks = tasks;
        this.fetch = fetch;
    }

    /** Says whose pictures are wanted, the first ones first; all others are forgotten. */
    void want(List<Image> images) {
        List<UUID> wanted = images.stream().map(Image::id).toList();
        known.keySet().retainAll(wanted);
        waiting.clear();
        images.stream().filter(image -> !known.containsKey(image.id())).forEach(waiting::add);
        waiting.forEach(image -> known.put(image.id(), new ReadOnlyObjectWrapper<>(new Thumbnail.Loading())));
        next();
    }

    /** One that is wanted. */
    ReadOnlyObjectProperty<Thumbnail> of(Image image) {
        return known.computeIfAbsent(image.id(), _ -> new ReadOnlyObjectWrapper<>(new Thumbnail.Missing()))
                .getReadOnlyProperty();
    }

    private void next() {
        Image image = loading ? null : waiting.poll();
        if (image == null) {
            return;
        }
        loading = true;
        tasks.run(() -> {
                    Picture picture = Picture.of(fetch.apply(image));
                    return picture.read(picture.area(), Picture.reductionFor(picture.area(), PIXELS));
                })
                .onSuccess(pixels -> loaded(image, new Thumbnail.Ready(pixels)))
                .onFailure(Throwable.class, failure -> {
                    LOG.warn("An image could not be shown in small: {}", failure.toString());
                    loaded(image, new Thumbnail.Missing());
                })
                .start();
    }

    private void loaded(Image image, Thumbnail thumbnail) {
        loading = false;
        ReadOnlyObjectWrapper<Thumbnail> property = known.get(image.id());
        if (property != null) {
            property.set(thumbnail);
        }
        next();
    }
}
