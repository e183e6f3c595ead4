package dev.rewarddesk.collect.crawl;

import okhttp3.HttpUrl;

/**
 * An image that a page shows. All text is the page's: plain, bounded, and not to be believed.
 *
 * @param url in canonical form
 * @param place where on the page it was found
 * @param altText what the page says for those who do not see it; empty where it says nothing, as the others
 * @param caption the caption of the figure that it is in
 * @param title the tooltip
 * @param words the text around it
 */
public record ImageReference(HttpUrl url, Place place, String altText, String caption, String title, String words) {

    /** Where images are found. */
    public enum Place {
        IMG,
        PICTURE,
        NOSCRIPT,
        STYLE,
        STYLESHEET,
        SOCIAL,
        DIRECT
    }

    /** With nothing around it. */
    public static ImageReference bare(HttpUrl url, Place place) {
        return new ImageReference(url, place, "", "", "", "");
    }
}
