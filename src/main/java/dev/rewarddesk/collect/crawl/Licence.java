package dev.rewarddesk.collect.crawl;

/**
 * A hint at what may be done with a page's images; no more than a hint.
 *
 * @param source how the page says it, such as {@code rel=license}
 * @param value a URL or words, as the page has them
 */
public record Licence(String source, String value) {}
