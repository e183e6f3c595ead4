package dev.rewarddesk.collect.crawl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One form for each URL, so that a page or image met under several ways of writing is met once. */
public final class Urls {

    /** Longer ones are made by traps rather than people. */
    private static final int LONGEST = 2000;

    /** What tells a site who came from where, and nothing about what is shown. */
    private static final Set<String> TRACKING = Set.of(
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "fbclid",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_ga",
            "_gl",
            "_hsenc",
            "_hsmi",
            "mkt_tok",
            "vero_id",
            "oly_anon_id",
            "oly_enc_id",
            "wickedid",
            "s_cid");

    private static final Set<String> SESSIONS = Set.of(
            "phpsessid", "jsessionid", "aspsessionid", "sessionid", "session_id", "sid", "cfid", "cftoken", "zenid");

    private static final Pattern ESCAPE = Pattern.compile("%([0-9a-fA-F]{2})");

    private static final Pattern SESSION_IN_PATH = Pattern.compile("(?i);jsessionid=[^/;?]*");

    private Urls() {}

    /** As somebody typed it or a page wrote it; empty where it is no http or https URL, or too long. */
    public static Optional<HttpUrl> parse(String written) {
        return checked(HttpUrl.parse(written.strip()));
    }

    /** A reference on a page, from the page's base on. */
    public static Optional<HttpUrl> resolve(HttpUrl base, String reference) {
        String tidy = reference.strip();
        return tidy.isEmpty() ? Optional.empty() : checked(base.resolve(tidy));
    }

    /** Without fragment, user, tracking and session, and escaped only where it has to be. */
    public static HttpUrl canonical(HttpUrl url) {
        String query = url.encodedQuery();
        return url.newBuilder()
                .fragment(null)
                .username("")
                .password("")
                .encodedPath(evenly(SESSION_IN_PATH.matcher(url.encodedPath()).replaceAll("")))
                .encodedQuery(query == null ? null : withoutNoise(query))
                .build();
    }

    /** The site as connections and rules of politeness know it: scheme, host and port. */
    public static String origin(HttpUrl url) {
        return url.scheme() + "://" + url.host() + ":" + url.port();
    }

    // In its escaped form: what is not UTF-8 would not survive being unescaped.
    private static @Nullable String withoutNoise(String query) {
        String kept = Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty() && !isNoise(part))
                .map(Urls::evenly)
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }

    private static boolean isNoise(String part) {
        int equals = part.indexOf('=');
        String name = (equals < 0 ? part : part.substring(0, equals)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name) || SESSIONS.contains(name);
    }

    private static String evenly(String escaped) {
        return ESCAPE.matcher(escaped).replaceAll(escape -> {
            char character = (char) Integer.parseInt(escape.group(1), 16);
            boolean needsNone =
                    character < 128 && (Character.isLetterOrDigit(character) || "-_~".indexOf(character) >= 0);
            return needsNone ? String.valueOf(character) : escape.group().toUpperCase(Locale.ROOT);
        });
    }

    private static Optional<HttpUrl> checked(@Nullable HttpUrl url) {
        return Optional.ofNullable(url)
                .map(Urls::canonical)
                .filter(one -> one.toString().length() <= LONGEST);
    }
}
