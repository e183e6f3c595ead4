package dev.rewarddesk.collect.crawl;

import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What a page holds.
 *
 * @param url where it was read
 * @param canonical the URL that it calls its own, where it names one
 * @param links to other pages; none where the page asks not to follow them
 * @param images none where the page asks not to take them
 * @param stylesheets that may show further images
 * @param takesNoImages whether the page asks not to take its images
 */
public record Page(
        HttpUrl url,
        Optional<HttpUrl> canonical,
        String title,
        List<HttpUrl> links,
        List<ImageReference> images,
        List<HttpUrl> stylesheets,
        List<Licence> licences,
        boolean takesNoImages) {

    /** Keeps its own copies of the lists. */
    public Page {
        links = List.copyOf(links);
        images = List.copyOf(images);
        stylesheets = List.copyOf(stylesheets);
        licences = List.copyOf(licences);
    }
}
