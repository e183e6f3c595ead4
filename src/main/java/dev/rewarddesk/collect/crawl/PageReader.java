package dev.rewarddesk.collect.crawl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads HTML, however broken. */
public final class PageReader {

    private static final int MOST_LINKS = 5000;
    private static final int MOST_STYLESHEETS = 50;
    private static final int LONGEST_TITLE = 500;
    private static final int LOOKED_AT = 1024;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})");
    private static final Pattern HTML = Pattern.compile("(?i)<(?:!doctype html|html|head|body|title|meta)\\b");

    /** Files that are no pages by what they are called; asking for them would be a waste of everybody's time. */
    private static final Pattern NO_PAGE = Pattern.compile(
            "(?i).*\\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|pdf|zip|gz|tgz|bz2|xz|7z|rar|tar|exe|dmg|deb|rpm|iso|mp[34]|"
                    + "m4[av]|ogg|ogv|webm|avi|mov|wav|flac|css|js|json|xml|rss|atom|woff2?|ttf|eot|docx?|xlsx?|pptx?|epub|"
                    + "csv|jar|war|bin|apk)");

    private PageReader() {}

    /** Whether what came is HTML, by its content where the site says nothing useful. */
    public static boolean isPage(String contentType, ByteString bytes) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml+xml")) {
            return !looksBinary(bytes);
        }
        boolean saysNothing = type.isBlank() || type.startsWith("text/plain") || type.startsWith("application/octet");
        return saysNothing && HTML.matcher(beginning(bytes)).find();
    }

    /**
     * Reads a page.
     *
     * @param url where it was in the end
     * @param robotsTags what its header {@code X-Robots-Tag} says
     */
    public static Page read(HttpUrl url, String contentType, ByteString bytes, Collection<String> robotsTags) {
        Document document = parse(url, contentType, bytes);
        HttpUrl base = base(document, url);
        RobotsTags tags = RobotsTags.of(document, robotsTags);
        return new Page(
                url,
                canonical(document, base),
                Words.plain(document.title(), LONGEST_TITLE),
                tags.nofollow() ? List.of() : links(document, base),
                tags.noimages() ? List.of() : new ImageFinder(base).find(document),
                tags.noimages() ? List.of() : stylesheets(document, base),
                LicenceHints.in(document, base),
                tags.noimages());
    }

    /** The images and further stylesheets that a stylesheet names. */
    public static List<HttpUrl> imagesOfStylesheet(HttpUrl url, ByteString bytes) {
        return StyleUrls.in(bytes.utf8(), url).images();
    }

    /** The stylesheets that a stylesheet brings in. */
    public static List<HttpUrl> importsOfStylesheet(HttpUrl url, ByteString bytes) {
        return StyleUrls.in(bytes.utf8(), url).imports();
    }

    private static Document parse(HttpUrl url, String contentType, ByteString bytes) {
        try {
            // Without a charset jsoup looks for one in the document, and falls back to UTF-8.
            return Jsoup.parse(new ByteArrayInputStream(bytes.toByteArray()), charset(contentType), url.toString());
        } catch (IOException noFile) {
            throw new UncheckedIOException(noFile);
        }
    }

    private static @Nullable String charset(String contentType) {
        Matcher named = CHARSET.matcher(contentType);
        return named.find() && isKnown(named.group(1)) ? named.group(1) : null;
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    private static HttpUrl base(Document document, HttpUrl url) {
        Element base = document.selectFirst("base[href]");
        return base == null
                ? url
                : Optional.ofNullable(url.resolve(base.attr("href").strip())).orElse(url);
    }

    private static Optional<HttpUrl> canonical(Document document, HttpUrl base) {
        Element link = document.selectFirst("link[rel~=(?i)\\bcanonical\\b][href]");
        return link == null ? Optional.empty() : Urls.resolve(base, link.attr("href"));
    }

    private static List<HttpUrl> links(Document document, HttpUrl base) {
        Set<HttpUrl> links = new LinkedHashSet<>();
        for (Element link : document.select("a[href], area[href], frame[src], iframe[src]")) {
            if (links.size() == MOST_LINKS) {
                break;
            }
            String reference = link.hasAttr("href") ? link.attr("href") : link.attr("src");
            if (!link.attr("rel").toLowerCase(Locale.ROOT).contains("nofollow")) {
                Urls.resolve(base, reference).filter(PageReader::mayBeAPage).ifPresent(links::add);
            }
        }
        return List.copyOf(links);
    }

    private static boolean mayBeAPage(HttpUrl url) {
        return !NO_PAGE.matcher(url.pathSegments().getLast()).matches();
    }

    private static List<HttpUrl> stylesheets(Document document, HttpUrl base) {
        return document.select("link[rel~=(?i)\\bstylesheet\\b][href]").stream()
                .flatMap(link -> Urls.resolve(base, link.attr("href")).stream())
                .distinct()
                .limit(MOST_STYLESHEETS)
                .toList();
    }

    private static boolean looksBinary(ByteString bytes) {
        // UTF-16 has such bytes as well, and begins with a mark.
        boolean marked = bytes.size() > 1 && (bytes.getByte(0) & 0xFF) >= 0xFE;
        return !marked && bytes.substring(0, Math.min(bytes.size(), LOOKED_AT)).indexOf(new byte[] {0}) >= 0;
    }

    private static String beginning(ByteString bytes) {
        return bytes.substring(0, Math.min(bytes.size(), LOOKED_AT)).utf8();
    }
}
