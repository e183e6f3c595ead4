package dev.rewarddesk.collect.crawl;

import dev.rewarddesk.collect.crawl.ImageReference.Place;
import dev.rewarddesk.collect.crawl.Srcset.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds what images a page shows, the largest of each where there are several sizes. Each URL is found once, the first time. */
final class ImageFinder {

    private static final int MOST = 2000;
    private static final int LONGEST_ALT = 1000;
    private static final int LONGEST_CAPTION = 1000;
    private static final int LONGEST_TITLE = 500;

    /** Where scripts that load images late keep the real one; {@code src} is a placeholder then. */
    private static final List<String> LATE_SOURCES = List.of(
            "data-src",
            "data-original",
            "data-lazy-src",
            "data-lazy",
            "data-url",
            "data-image",
            "data-hi-res-src",
            "data-full-src",
            "data-echo");

    private static final List<String> LATE_SETS = List.of("data-srcset", "data-lazy-srcset", "data-original-set");

    private final HttpUrl base;
    private final Map<HttpUrl, ImageReference> found = new LinkedHashMap<>();

    /** @param base what references are resolved from */
    ImageFinder(HttpUrl base) {
        this.base = base;
    }

    List<ImageReference> find(Document document) {
        images(document, false);
        for (Element hidden : document.select("noscript")) {
            // In a head its content may be text to the parser.
            Element content = hidden.childrenSize() > 0
                    ? hidden
                    : Jsoup.parseBodyFragment(hidden.wholeText()).body();
            images(content, true);
        }
        styles(document);
        social(document);
        return List.copyOf(found.values());
    }

    private void images(Element root, boolean withinNoscript) {
        for (Element image : root.select("img, input[type=image][src], video[poster]")) {
            if (!withinNoscript && image.closest("noscript") != null) {
                continue;
            }
            Element picture = image.closest("picture");
            Place place = withinNoscript ? Place.NOSCRIPT : picture == null ? Place.IMG : Place.PICTURE;
            largest(candidates(image, picture)).ifPresent(url -> add(url, place, image));
        }
    }

    private static List<Candidate> candidates(Element image, @Nullable Element picture) {
        List<Candidate> candidates = new ArrayList<>();
        if (picture != null) {
            for (Element source : picture.select("source")) {
                if (isTaken(source.attr("type"))) {
                    sets(source, candidates);
                }
            }
        }
        sets(image, candidates);
        boolean late = false;
        for (String attribute : LATE_SOURCES) {
            String written = image.attr(attribute).strip();
            if (!written.isEmpty()) {
                late = true;
                candidates.add(new Candidate(written, 0, 1));
            }
        }
        String source = image.normalName().equals("video") ? image.attr("poster") : image.attr("src");
        if (!late && !source.isBlank()) {
            candidates.add(new Candidate(source, 0, 1));
        }
        return candidates;
    }

    private static void sets(Element element, List<Candidate> candidates) {
        boolean late = false;
        for (String attribute : LATE_SETS) {
            if (element.hasAttr(attribute)) {
                late = true;
                candidates.addAll(Srcset.parse(element.attr(attribute)));
            }
        }
        if (!late) {
            candidates.addAll(Srcset.parse(element.attr("srcset")));
        }
    }

    // Other forms than these are offered beside one of these.
    private static boolean isTaken(String type) {
        return switch (type.strip().toLowerCase(Locale.ROOT)) {
            case "", "image/jpeg", "image/jpg", "image/png", "image/webp", "image/gif" -> true;
            default -> false;
        };
    }

    // A width tells more than a density, and either more than nothing.
    private Optional<HttpUrl> largest(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::width)
                        .thenComparingDouble(Candidate::density)
                        .reversed())
                .flatMap(candidate -> Urls.resolve(base, candidate.url()).stream())
                .findFirst();
    }

    private void styles(Document document) {
        for (Element styled : document.select("[style*=url]")) {
            for (HttpUrl url : StyleUrls.in(styled.attr("style"), base).images()) {
                add(url, Place.STYLE, styled);
            }
        }
        for (Element sheet : document.select("style")) {
            for (HttpUrl url : StyleUrls.in(sheet.data(), base).images()) {
                add(ImageReference.bare(url, Place.STYLE));
            }
        }
    }

    private void social(Document document) {
        String alt = "";
        for (Element meta : document.select("meta[content]")) {
            String name =
                    (meta.hasAttr("property") ? meta.attr("property") : meta.attr("name")).toLowerCase(Locale.ROOT);
            if (name.equals("og:image:alt") || name.equals("twitter:image:alt")) {
                alt = Words.plain(meta.attr("content"), LONGEST_ALT);
            }
        }
        for (Element meta : document.select("meta[content]")) {
            String name =
                    (meta.hasAttr("property") ? meta.attr("property") : meta.attr("name")).toLowerCase(Locale.ROOT);
            switch (name) {
                case "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src" -> {
                    String description = alt;
                    Urls.resolve(base, meta.attr("content"))
                            .ifPresent(url -> add(new ImageReference(url, Place.SOCIAL, description, "", "", "")));
                }
                default -> {}
            }
        }
        for (Element link : document.select("link[rel=image_src][href]")) {
            Urls.resolve(base, link.attr("href")).ifPresent(url -> add(ImageReference.bare(url, Place.SOCIAL)));
        }
    }

    private void add(HttpUrl url, Place place, Element element) {
        if (found.containsKey(url)) {
            return;
        }
        Element figure = element.closest("figure");
        add(new ImageReference(
                url,
                place,
                Words.plain(element.attr("alt"), LONGEST_ALT),
                figure == null ? "" : Words.of(figure.selectFirst("figcaption"), LONGEST_CAPTION),
                Words.plain(element.attr("title"), LONGEST_TITLE),
                Words.around(element)));
    }

    private void add(ImageReference reference) {
        if (found.size() < MOST) {
            found.putIfAbsent(reference.url(), reference);
        }
    }
}
