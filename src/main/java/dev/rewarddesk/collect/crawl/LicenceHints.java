package dev.rewarddesk.collect.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Looks for what a page says of licences. */
final class LicenceHints {

    private static final int MOST = 10;
    private static final int LONGEST = 300;
    private static final int LONGEST_JSON = 200_000;
    private static final int DEEPEST = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpUrl base;
    private final Set<Licence> hints = new LinkedHashSet<>();

    private LicenceHints(HttpUrl base) {
        this.base = base;
    }

    static List<Licence> in(Document document, HttpUrl base) {
        LicenceHints found = new LicenceHints(base);
        found.links(document);
        found.metas(document);
        found.schemas(document);
        return found.hints.stream().limit(MOST).toList();
    }

    private void links(Document document) {
        for (Element link : document.select("a[rel~=(?i)\\blicense\\b][href], link[rel~=(?i)\\blicense\\b][href]")) {
            url("rel=license", link.attr("href"));
        }
        for (Element link :
                document.select("a[href*=creativecommons.org/licenses/], a[href*=creativecommons.org/publicdomain/]")) {
            url("link", link.attr("href"));
        }
        for (Element part : document.select("[itemprop=license], [itemprop=copyrightNotice]")) {
            String reference = part.hasAttr("href") ? part.attr("href") : part.attr("content");
            if (reference.isBlank()) {
                add("itemprop", Words.of(part, LONGEST));
            } else {
                url("itemprop", reference);
            }
        }
    }

    private void metas(Document document) {
        for (Element meta : document.select("meta[name][content]")) {
            String name = meta.attr("name").toLowerCase(Locale.ROOT);
            switch (name) {
                case "license",
                        "licence",
                        "copyright",
                        "rights",
                        "dc.rights",
                        "dc.rights.license",
                        "dcterms.license",
                        "dcterms.rights",
                        "dcterms.rightsholder" -> add("meta " + name, meta.attr("content"));
                default -> {}
            }
        }
    }

    private void schemas(Document document) {
        for (Element script : document.select("script[type=application/ld+json]")) {
            String json = script.data();
            if (json.length() <= LONGEST_JSON) {
                try {
                    schema(JSON.readTree(json), 0);
                } catch (JsonProcessingException broken) {
                    // Then it says nothing.
                }
            }
        }
    }

    private void schema(JsonNode node, int depth) {
        if (depth > DEEPEST || hints.size() >= MOST) {
            return;
        }
        for (String name : List.of("license", "copyrightNotice", "acquireLicensePage")) {
            JsonNode value = node.path(name);
            String text = value.isTextual()
                    ? value.asText()
                    : value.path("@id").asText(value.path("url").asText());
            if (!text.isBlank()) {
                add("schema.org " + name, text);
            }
        }
        for (JsonNode child : node) {
            schema(child, depth + 1);
        }
    }

    private void url(String source, String reference) {
        Urls.resolve(base, reference).ifPresent(url -> add(source, url.toString()));
    }

    private void add(String source, String value) {
        String plain = Words.plain(value, LONGEST);
        if (!plain.isEmpty() && hints.size() < MOST) {
            hints.add(new Licence(source, plain));
        }
    }
}
