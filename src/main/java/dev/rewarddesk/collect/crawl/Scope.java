package dev.rewarddesk.collect.crawl;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/** Which pages are read: those of the sites that the run began at, or any. Images may be anywhere. */
public final class Scope {

    private final Set<String> sites;
    private final boolean anySite;

    private Scope(Set<String> sites, boolean anySite) {
        this.sites = sites;
        this.anySite = anySite;
    }

    /** The sites of these URLs, with and without {@code www.}. */
    public static Scope of(Collection<HttpUrl> starts, boolean anySite) {
        return new Scope(starts.stream().map(Scope::site).collect(Collectors.toUnmodifiableSet()), anySite);
    }

    public boolean holds(HttpUrl page) {
        return anySite || sites.contains(site(page));
    }

    // http and https of a host are the same site, another port is not.
    private static String site(HttpUrl url) {
        String host = url.host().startsWith("www.") ? url.host().substring(4) : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }
}
