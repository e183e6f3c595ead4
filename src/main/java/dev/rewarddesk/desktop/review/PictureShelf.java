package dev.rewarddesk.desktop.review;

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
import dev.rewarddesk.settings.SensitiveImages;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pictures of the items on the desk, fetched and decoded ahead in the order of review: decoded as far as memory goes, the
 * rest on disk. Showing one that is here takes no time.
 */
public final class PictureShelf {

    private static final Logger LOG = LoggerFactory.getLogger(PictureShelf.class);

    /** How many are on their way at a time, so that a workspace far away is asked for enough of them. */
    static final int AT_A_TIME = 4;

    private final Tasks tasks;
    private final ImageSource source;
    private final PictureMemory memory;
    private final ObservableValue<SensitiveImages> blurred;
    private final Map<UUID, PictureState.Broken> broken = new HashMap<>();
    private final Set<UUID> loading = new HashSet<>();
    private final Set<UUID> fetched = new HashSet<>();
    // Of those that were here once; some take more than was expected.
    private final Map<UUID, Long> sizes = new HashMap<>();
    private final Set<UUID> revealed = new HashSet<>();
    private final ReadOnlyObjectWrapper<PictureState> current = new ReadOnlyObjectWrapper<>(new PictureState.None());
    private Viewport viewport = Viewport.USUAL;
    private List<Image> wanted = List.of();
    private @Nullable Image shown;

    /** @param blurred which images are blurred at first */
    public PictureShelf(
            Tasks tasks, ImageSource source, PictureMemory memory, ObservableValue<SensitiveImages> blurred) {
        this.tasks = tasks;
        this.source = source;
        this.memory = memory;
        this.blurred = blurred;
        blurred.subscribe(_ -> tell());
    }

    /** The picture of the current item. */
    public ReadOnlyObjectProperty<PictureState> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** How much room there is for a picture: those that come are prepared for that. */
    public void prepareFor(Viewport room) {
        viewport = room;
    }

    /** Shows the current picture that is blurred, or blurs it again. */
    public void reveal() {
        if (shown != null && (revealed.remove(shown.id()) || revealed.add(shown.id()))) {
            tell();
        }
    }

    /** Tries the current picture again. */
    public void again() {
        if (shown != null) {
            broken.remove(shown.id());
            loadNext();
            tell();
        }
    }

    /**
     * Says whose pictures are wanted.
     *
     * @param now the current item's image, null where it has none
     * @param next those of the next items, in order
     */
    void want(@Nullable Image now, List<Image> next) {
        shown = now;
        Map<UUID, Image> byId = new LinkedHashMap<>();
        Stream.concat(Stream.ofNullable(now), next.stream()).forEach(image -> byId.putIfAbsent(image.id(), image));
        wanted = List.copyOf(byId.values());
        memory.pin(byId.keySet().stream().limit(2).collect(Collectors.toSet()));
        broken.keySet().retainAll(byId.keySet());
        fetched.retainAll(byId.keySet());
        sizes.keySet().retainAll(byId.keySet());
        if (now != null) {
            // It may have failed when nobody was waiting for it.
            broken.values().removeIf(failed -> failed.again() && failed.equals(broken.get(now.id())));
        }
        loadNext();
        tell();
    }

    private void loadNext() {
        long room = memory.bound();
        int place = 0;
        for (Image image : wanted) {
            boolean here = memory.get(image.id()).isPresent();
            room -= sizes.getOrDefault(image.id(), expectedBytes(image));
            boolean fits = room >= 0 || place < 2;
            if (!here && !isKnown(image) && (place == 0 || loading.size() < AT_A_TIME)) {
                if (fits) {
                    load(image);
                } else if (!fetched.contains(image.id())) {
                    fetch(image);
                }
            }
            place++;
        }
    }

    private boolean isKnown(Image image) {
        return loading.contains(image.id()) || broken.containsKey(image.id());
    }

    private long expectedBytes(Image image) {
        return image.sizeBytes() + Preview.bytesOf(image.width(), image.height(), viewport);
    }

    private void load(Image image) {
        Viewport room = viewport;
        start(image, () -> Preview.of(source.bytesOf(image), room), preview -> {
            sizes.put(image.id(), preview.bytes());
            memory.put(image.id(), preview);
        });
    }

    private void fetch(Image image) {
        start(image, () -> source.bytesOf(image), _ -> fetched.add(image.id()));
    }

    private <T> void start(Image image, Callable<T> work, Consumer<T> here) {
        loading.add(image.id());
        tasks.run(work)
                .onSuccess(result -> {
                    loading.remove(image.id());
                    here.accept(result);
                    loadNext();
                    tell();
                })
                .onFailure(Throwable.class, failure -> {
                    loading.remove(image.id());
                    broken.put(image.id(), broken(failure));
                    loadNext();
                    tell();
                })
                .start();
    }

    private void tell() {
        Image image = shown;
        current.set(image == null ? new PictureState.None() : stateOf(image));
    }

    private PictureState stateOf(Image image) {
        PictureState.Broken failed = broken.get(image.id());
        return memory.get(image.id())
                .map(preview -> inView(image, preview))
                .orElseGet(() -> failed == null ? new PictureState.Loading() : failed);
    }

    private PictureState inView(Image image, Preview preview) {
        boolean marked = Boolean.TRUE.equals(image.sensitive());
        boolean veiled = !revealed.contains(image.id())
                && switch (blurred.getValue()) {
                    case NEVER -> false;
                    case MARKED -> marked;
                    case ALWAYS -> true;
                };
        return veiled
                ? new PictureState.Veiled(
                        preview, marked ? PictureState.Veiled.Why.MARKED : PictureState.Veiled.Why.ALL)
                : new PictureState.Ready(preview);
    }

    private static PictureState.Broken broken(Throwable failure) {
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
