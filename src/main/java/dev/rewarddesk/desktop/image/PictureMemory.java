package dev.rewarddesk.desktop.image;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decoded pictures at hand, within a bound of bytes. What was not used for longest goes first; what is on screen and what comes
 * next stays. For one thread.
 */
public final class PictureMemory {

    private static final long MEGABYTE = 1 << 20;

    private final Map<UUID, Preview> previews = new LinkedHashMap<>(16, 0.75f, true);
    private final long bound;
    private Set<UUID> pinned = Set.of();
    private long bytes;

    /** @param bound in bytes; two pictures are kept even if they take more */
    public PictureMemory(long bound) {
        this.bound = bound;
    }

    /** A sixth of what this process may take, between 96 and 384 MB. */
    public static PictureMemory usual() {
        return new PictureMemory(Math.clamp(Runtime.getRuntime().maxMemory() / 6, 96 * MEGABYTE, 384 * MEGABYTE));
    }

    /** How many bytes it may take. */
    public long bound() {
        return bound;
    }

    /** How many bytes it takes now. */
    public long bytes() {
        return bytes;
    }

    /** The picture of an image, which counts as used now. */
    public Optional<Preview> get(UUID image) {
        return Optional.ofNullable(previews.get(image));
    }

    /** Takes in the picture of an image, and lets go of others until all fit. */
    public void put(UUID image, Preview preview) {
        remove(previews.put(image, preview));
        bytes += preview.bytes();
        Iterator<Map.Entry<UUID, Preview>> oldest = previews.entrySet().iterator();
        while (bytes > bound && oldest.hasNext()) {
            Map.Entry<UUID, Preview> entry = oldest.next();
            if (!pinned.contains(entry.getKey()) && !entry.getKey().equals(image)) {
                bytes -= entry.getValue().bytes();
                oldest.remove();
            }
        }
        if (bytes > bound && !pinned.contains(image)) {
            remove(previews.remove(image));
        }
    }

    /** Says which stay whatever comes; no more than two. */
    public void pin(Set<UUID> images) {
        pinned = Set.copyOf(images);
    }

    private void remove(@Nullable Preview gone) {
        if (gone != null) {
            bytes -= gone.bytes();
        }
    }
}
