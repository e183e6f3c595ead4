package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.image.Preview;
import dev.rewarddesk.desktop.image.UnreadablePictureException;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Image;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures of the items on the desk: that of the current one at once, those of the next ones while there is time. */
final class PictureShelf {

    private static final Logger LOG = LoggerFactory.getLogger(PictureShelf.class);

    /** How many pictures are kept ready, the current one included; each takes up to 32 MB. */
    static final int SIZE = 3;

    private final Tasks tasks;
    private final Function<Image, byte[]> fetch;
    private final Map<UUID, PictureState> states = new HashMap<>();
    private final ReadOnlyObjectWrapper<PictureState> current = new ReadOnlyObjectWrapper<>(new PictureState.None());
    private List<Image> wanted = List.of();
    private @Nullable Image shown;

    /** @param fetch answers the bytes of an image; blocks */
    PictureShelf(Tasks tasks, Function<Image, byte[]> fetch) {
        this.tasks = tasks;
        this.fetch = fetch;
    }

    /** The picture of the current item. */
    ReadOnlyObjectProperty<PictureState> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /**
     * Says whose pictures are wanted; others are forgotten.
     *
     * @param now the current item's image, null where it has none
     * @param next those of the next items, in order
     */
    void want(@Nullable Image now, List<Image> next) {
        Image before = shown;
        shown = now;
        Map<UUID, Image> byId = new LinkedHashMap<>();
        Stream.concat(Stream.ofNullable(now), next.stream()).forEach(image -> byId.putIfAbsent(image.id(), image));
        wanted = byId.values().stream().limit(SIZE).toList();
        // The last one is kept a little longer: an item may come back.
        states.keySet()
                .removeIf(id -> Stream.concat(wanted.stream(), Stream.ofNullable(before))
                        .noneMatch(image -> image.id().equals(id)));
        if (now != null && !states.containsKey(now.id())) {
            load(now);
        }
        loadNext();
        tell();
    }

    /** Tries the current picture again. */
    void again() {
        if (shown != null) {
            load(shown);
            tell();
        }
    }

    // One ahead at a time: decoding takes memory, and the current picture comes first.
    private void loadNext() {
        if (states.containsValue(new PictureState.Loading())) {
            return;
        }
        wanted.stream()
                .filter(image -> !states.containsKey(image.id()))
                .findFirst()
                .ifPresent(this::load);
    }

    private void load(Image image) {
        states.put(image.id(), new PictureState.Loading());
        tasks.run(() -> Preview.of(fetch.apply(image)))
                .onSuccess(preview -> loaded(image, new PictureState.Ready(preview)))
                .onFailure(Throwable.class, failure -> loaded(image, broken(failure)))
                .start();
    }

    private void loaded(Image image, PictureState state) {
        if (states.containsKey(image.id())) {
            states.put(image.id(), state);
        }
        loadNext();
        tell();
    }

    private void tell() {
        Image image = shown;
        current.set(
                image == null
                        ? new PictureState.None()
                        : Objects.requireNonNull(states.get(image.id()), "a wanted picture has a state"));
    }

    private static PictureState broken(Throwable failure) {
        return switch (failure) {
            case UnreadablePictureException unreadable ->
                new PictureState.Broken(Texts.of("image.broken.", unreadable.reason()), false);
            case ServiceFailure known ->
                new PictureState.Broken(Texts.of("image.broken.transfer", known.getMessage()), true);
            default -> {
                LOG.error("A picture could not be shown", failure);
                yield new PictureState.Broken(Texts.of("image.broken.transfer", Texts.of("failure.unexpected")), true);
            }
        };
    }
}
