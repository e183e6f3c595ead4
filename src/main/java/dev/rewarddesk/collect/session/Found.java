package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.crawl.ImageReference;
import dev.rewarddesk.collect.crawl.Licence;
import dev.rewarddesk.collect.crawl.Page;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;

/**
 * An image with what is known of it from its page, as the journal keeps it until the image's turn comes.
 *
 * @param place where on the page, such as {@code img}
 */
record Found(
        String url,
        String place,
        String altText,
        String caption,
        String title,
        String words,
        String page,
        String pageTitle,
        List<Licence> licences) {

    Found {
        licences = List.copyOf(licences);
    }

    /** @param page under which URL the page is known */
    static Found on(Page read, HttpUrl page, ImageReference image) {
        return new Found(
                image.url().toString(),
                image.place().name().toLowerCase(Locale.ROOT),
                image.altText(),
                image.caption(),
                image.title(),
                image.words(),
                page.toString(),
                read.title(),
                read.licences());
    }

    /** All that is said with it. */
    String text() {
        return String.join(" ", altText, caption, title, words, pageTitle);
    }
}
