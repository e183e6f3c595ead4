package dev.rewarddesk.desktop.markdown;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Words in one style.
 *
 * @param address where a click leads; http or https only
 */
record Span(String text, Set<Style> styles, Optional<URI> address) {

    /** What words may be, several at once. */
    enum Style {
        STRONG,
        EMPHASIS,
        STRUCK,
        CODE,
        LINK,
        /** What a link or an image leads to, written out. */
        ADDRESS,
        /** In the place of an image, which is never fetched. */
        IMAGE,
        /** HTML, which means nothing here. */
        HTML
    }

    /** The words of several spans. */
    static String words(List<Span> spans) {
        StringBuilder words = new StringBuilder();
        spans.forEach(span -> words.append(span.text()));
        return words.toString();
    }
}
