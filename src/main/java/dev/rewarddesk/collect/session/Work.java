package dev.rewarddesk.collect.session;

import okhttp3.HttpUrl;

/** Something that a run asks a site for. */
sealed interface Work {

    /** Its number in the journal. */
    long ord();

    HttpUrl url();

    record OfPage(long ord, HttpUrl url, int depth) implements Work {}

    record OfImage(long ord, HttpUrl url) implements Work {}
}
