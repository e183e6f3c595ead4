package dev.rewarddesk.collect.crawl;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * What a page asks of robots in itself.
 *
 * @param nofollow not to follow its links
 * @param noimages not to take its images, for an index or for training
 */
record RobotsTags(boolean nofollow, boolean noimages) {

    private static final String OURS = "rewarddesk:";

    static RobotsTags of(Document document, Collection<String> headers) {
        Stream<String> metas = document.select("meta[name~=(?i)^(robots|rewarddesk)$]").stream()
                .map(meta -> meta.attr("content"));
        Set<String> words = new HashSet<>();
        Stream.concat(metas, headers.stream().flatMap(RobotsTags::forUs)).forEach(list -> {
            for (String word : list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
                words.add(word);
            }
        });
        return new RobotsTags(
                words.contains("nofollow") || words.contains("none"),
                words.contains("noimageindex")
                        || words.contains("noimageai")
                        || words.contains("noai")
                        || words.contains("none"));
    }

    // A header may be for one robot alone: "otherbot: noindex".
    private static Stream<String> forUs(String header) {
        String tidy = header.strip().toLowerCase(Locale.ROOT);
        if (tidy.startsWith(OURS)) {
            return Stream.of(tidy.substring(OURS.length()));
        }
        return tidy.matches("[a-z0-9_-]+bot:.*|[a-z0-9_-]+:\\s*(no.*|all|none)") ? Stream.empty() : Stream.of(tidy);
    }
}
