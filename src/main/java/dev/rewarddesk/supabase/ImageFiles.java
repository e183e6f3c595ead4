package dev.rewarddesk.supabase;

import static dev.rewarddesk.supabase.FunctionsApi.get;

import dev.rewarddesk.failure.ServiceFailure;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of images, wherever the workspace keeps them. They are had by links, which are good for an hour; an image may be
 * looked at for longer. Only the list knows a new link: what keeps the bytes may be another server than the workspace's.
 */
public final class ImageFiles {

    private final FunctionsApi functions;
    private final StorageApi storage;

    ImageFiles(FunctionsApi functions, StorageApi storage) {
        this.functions = functions;
        this.storage = storage;
    }

    /**
     * The bytes as stored, at most 10 MiB.
     *
     * @param link as a row said; null where it said none
     */
    public byte[] whole(UUID image, @Nullable String link) {
        return fetch(image, link, Links::signedUrl, "");
    }

    /**
     * The picture made to fit so many pixels; larger where what keeps it cannot scale.
     *
     * @param link as a row said; null where it said none
     */
    public byte[] small(UUID image, @Nullable String link, int width, int height) {
        String size = "&width=" + width + "&height=" + height + "&resize=contain";
        return fetch(image, link, Links::thumbnailUrl, size);
    }

    private byte[] fetch(UUID image, @Nullable String link, Function<Links, @Nullable String> which, String size) {
        if (link != null) {
            try {
                return storage.fetch(link + size);
            } catch (ServiceFailure.Invalid
                    | ServiceFailure.SignedOut
                    | ServiceFailure.Forbidden
                    | ServiceFailure.NotFound expired) {
                // What keeps the bytes says so in its own way; a new link tells for sure.
            }
        }
        String renewed = which.apply(linksTo(image));
        if (renewed == null) {
            throw new ServiceFailure.Server(
                    "no_link", "The workspace cannot reach this image just now. Try again in a moment.", null, null);
        }
        return storage.fetch(renewed + size);
    }

    private Links linksTo(UUID image) {
        List<Links> rows = functions.send(get("upload").query("id", image)).rows(Links.class);
        if (rows.isEmpty()) {
            throw new ServiceFailure.NotFound(
                    "image_not_found", "This image is not in the workspace any more; somebody has deleted it.");
        }
        return rows.getFirst();
    }

    private record Links(
            @Nullable String signedUrl, @Nullable String thumbnailUrl) {}
}
