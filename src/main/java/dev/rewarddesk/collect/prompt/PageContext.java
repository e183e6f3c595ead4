package dev.rewarddesk.collect.prompt;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an image besides its bytes, as it was found: not checked, not shortened. Null where nothing was found.
 *
 * @param title of the page
 * @param words around the image on the page
 * @param url where the image came from
 * @param category as a person or a rule gave it
 */
public record PageContext(
        @Nullable String altText,
        @Nullable String caption,
        @Nullable String title,
        @Nullable String words,
        @Nullable String url,
        @Nullable String category) {

    /** Nothing is known. */
    public static final PageContext NONE = new PageContext(null, null, null, null, null, null);
}
