package dev.rewarddesk.collect.fetch;

import okhttp3.HttpUrl;

/**
 * What is asked for.
 *
 * @param accept the types that are wanted, as the header {@code Accept} writes them
 * @param mostBytes of the content, unpacked
 * @param known what an unchanged one is known by
 */
public record Ask(HttpUrl url, String accept, long mostBytes, Validators known) {

    /** As above, and nothing is known of it. */
    public Ask(HttpUrl url, String accept, long mostBytes) {
        this(url, accept, mostBytes, Validators.NONE);
    }
}
