package dev.rewarddesk.collect.fetch;

import java.util.List;
import okhttp3.HttpUrl;
import okio.ByteString;

/** What became of a request. */
public sealed interface Fetched {

    /**
     * The document.
     *
     * @param url where it was in the end, after redirects
     * @param contentType as the site declares it, which may be a lie; empty where it does not
     * @param robotsTags the values of {@code X-Robots-Tag}
     */
    record Content(HttpUrl url, String contentType, ByteString bytes, Validators validators, List<String> robotsTags)
            implements Fetched {
        /** Keeps its own copy of the tags. */
        public Content {
            robotsTags = List.copyOf(robotsTags);
        }
    }

    /** It is as it was when it was fetched with those validators. */
    record Unchanged(HttpUrl url) implements Fetched {}

    /** It was not had. */
    record Refused(Refusal refusal) implements Fetched {}
}
