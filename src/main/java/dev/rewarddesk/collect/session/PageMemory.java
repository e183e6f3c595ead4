package dev.rewarddesk.collect.session;

import java.util.List;

/**
 * What a page led to, remembered so that an unchanged one need not be sent again.
 *
 * @param aliases other URLs of it
 */
record PageMemory(List<String> aliases, List<String> links, List<Found> images) {
    PageMemory {
        aliases = List.copyOf(aliases);
        links = List.copyOf(links);
        images = List.copyOf(images);
    }
}
