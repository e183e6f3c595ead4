package dev.rewarddesk.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An image as the workspace knows it; its bytes are in storage.
 *
 * @param storagePath where the bytes are, within the bucket
 * @param sha256 of the bytes, in lower-case hexadecimal
 * @param sizeBytes 1 to 10 MiB
 * @param width in pixels
 * @param height in pixels
 * @param sourceUrl where the image came from; null where nobody said
 * @param signedUrl a short-lived URL of the bytes, absolute or relative to the workspace's; null outside the queue
 * @param sensitive whether somebody has marked it as not for everybody's eyes; null outside the queue
 */
public record Image(
        UUID id,
        String fileName,
        String storagePath,
        String sha256,
        String contentType,
        long sizeBytes,
        int width,
        int height,
        String category,
        @Nullable String sourceUrl,
        @Nullable String altText,
        @Nullable String signedUrl,
        @Nullable Boolean sensitive) {

    /** The same, to be kept for longer than the URL is good. */
    public Image withoutSignedUrl() {
        return new Image(
                id,
                fileName,
                storagePath,
                sha256,
                contentType,
                sizeBytes,
                width,
                height,
                category,
                sourceUrl,
                altText,
                null,
                sensitive);
    }
}
