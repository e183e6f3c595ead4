package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.image.Picture;
import dev.rewarddesk.desktop.image.Pixels;
import dev.rewarddesk.desktop.image.UnreadablePictureException;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Image;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures of images, fetched and decoded in the background, a few at a time, what was asked for last first. The latest
 * ones are kept, up to so many bytes. Use it in the foreground.
 */
final class Thumbnails {

    /** The most that a thumbnail has, in pixels: enough for twice as fine a screen. */
    static final int WIDTH = 160;

    static final int HEIGHT = 120;

    private static final int AT_ONCE = 4;

    private final Source source;
    private final Tasks tasks;
    private final long mostBytes;
    private final Map<UUID, Thumbnail> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private final Map<UUID, List<Wish>> underWay = new HashMap<>();
    private long bytes;

    /** @param mostBytes how many bytes of pixels are kept */
    Thumbnails(Source source, Tasks tasks, long mostBytes) {
        this.source = source;
        this.tasks = tasks;
        this.mostBytes = mostBytes;
    }

    /** Where thumbnails come from; blocks. */
    @FunctionalInterface
    interface Source {

        /**
         * The bytes of a picture file.
         *
         * @param url where it is to be had; null where nobody said
         */
        byte[] fetch(Image image, @Nullable String url);
    }

    /** What there is to see of an image at a glance. */
    sealed interface Thumbnail {

        /** The picture. */
        record Ready(Pixels pixels) implements Thumbnail {}

        /** It is no picture, or a broken one. */
        record Broken() implements Thumbnail {}
    }

    /**
     * Asks for a thumbnail.
     *
     * @param url where it is to be had; null where nobody said
     * @param ready told once, at once where it is here, unless the wish is withdrawn
     */
    Wish want(Image image, @Nullable String url, Consumer<Thumbnail> ready) {
        Wish wish = new Wish(image, url, ready);
        Thumbnail known = kept.get(image.id());
        if (known != null) {
            ready.accept(known);
            return wish;
        }
        List<Wish> same = underWay.get(image.id());
        if (same != null) {
            same.add(wish);
        } else {
            waiting.push(wish);
            startNext();
        }
        return wish;
    }

    /** How many bytes of pixels are kept now. */
    long bytes() {
        return bytes;
    }

    private void startNext() {
        while (underWay.size() < AT_ONCE && !waiting.isEmpty()) {
            Wish wish = waiting.pop();
            List<Wish> wishes = new ArrayList<>(List.of(wish));
            // Others may have asked for the same image.
            waiting.removeIf(other -> other.image.id().equals(wish.image.id()) && wishes.add(other));
            underWay.put(wish.image.id(), wishes);
            start(wish);
        }
    }

    private void start(Wish wish) {
        tasks.run(() -> decoded(source.fetch(wish.image, wish.url)))
                .onSuccess(pixels -> arrived(wish.image, new Thumbnail.Ready(pixels), true))
                .onFailure(UnreadablePictureException.class, _ -> arrived(wish.image, new Thumbnail.Broken(), true))
                .onFailure(ServiceFailure.Invalid.class, _ -> arrived(wish.image, new Thumbnail.Broken(), true))
                // What went wrong on the way may go right the next time.
                .onFailure(ServiceFailure.class, _ -> arrived(wish.image, new Thumbnail.Broken(), false))
                .start();
    }

    // A workspace that cannot make pictures smaller sends them as they are.
    private static Pixels decoded(byte[] file) throws UnreadablePictureException {
        Picture picture = Picture.of(file);
        return picture.read(picture.area(), Picture.reductionFor(picture.area(), 2L * WIDTH * HEIGHT));
    }

    private void arrived(Image image, Thumbnail thumbnail, boolean keep) {
        List<Wish> wishes = underWay.remove(image.id());
        if (keep) {
            keep(image.id(), thumbnail);
        }
        startNext();
        if (wishes != null) {
            wishes.stream().filter(wish -> !wish.withdrawn).forEach(wish -> wish.ready.accept(thumbnail));
        }
    }

    private void keep(UUID id, Thumbnail thumbnail) {
        kept.put(id, thumbnail);
        bytes += bytesOf(thumbnail);
        var oldest = kept.entrySet().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= bytesOf(oldest.next().getValue());
            oldest.remove();
        }
    }

    // A broken one takes hardly any, but must be bounded like the others.
    private static long bytesOf(Thumbnail thumbnail) {
        return switch (thumbnail) {
            case Thumbnail.Ready ready ->
                4L * ready.pixels().width() * ready.pixels().height();
            case Thumbnail.Broken _ -> 1024;
        };
    }

    /** That somebody wants to see a thumbnail. */
    final class Wish {
        private final Image image;
        private final @Nullable String url;
        private final Consumer<Thumbnail> ready;
        private boolean withdrawn;

        private Wish(Image image, @Nullable String url, Consumer<Thumbnail> ready) {
            this.image = image;
            this.url = url;
            this.ready = ready;
        }

        /** The thumbnail is not looked at any more. */
        void withdraw() {
            withdrawn = true;
            waiting.remove(this);
        }
    }
}
