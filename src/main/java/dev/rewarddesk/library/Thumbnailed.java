package dev.rewarddesk.library;

import org.jspecify.annotations.Nullable;

/** Of any row with an image, where the image is to be had small. */
record Thumbnailed(@Nullable Link image) {

    @Nullable
    String url() {
        return image == null ? null : image.thumbnailUrl;
    }

    record Link(@Nullable String thumbnailUrl) {}
}
