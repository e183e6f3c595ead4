package dev.rewarddesk.collect.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.collect.PlainName;
import dev.rewarddesk.collect.crawl.Licence;
import dev.rewarddesk.collect.fetch.Fetched;
import dev.rewarddesk.collect.inspect.Inspected;
import dev.rewarddesk.collect.session.Uploads.ImageRecord;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Writes down what goes with an image: where it is from, what its page says, and by what right it was asked for. */
final class ImageRecords {

    private final String session;
    private final CollectSettings settings;

    ImageRecords(String session, CollectSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /**
     * The record of an image.
     *
     * @param content as it was fetched
     * @param robots what its site's robots.txt says
     */
    ImageRecord of(Found found, Fetched.Content content, String robots, Inspected inspected, Instant fetched) {
        HttpUrl at = content.url();
        ObjectNode metadata = Wire.MAPPER.createObjectNode();
        metadata.put("session_id", session);
        metadata.put("source_url", found.url());
        metadata.put("page_url", found.page());
        put(metadata, "page_title", found.pageTitle());
        put(metadata, "alt_text", found.altText());
        put(metadata, "caption", found.caption());
        put(metadata, "title", found.title());
        put(metadata, "words", found.words());
        metadata.put("found_in", found.place());
        measured(metadata, inspected);
        ObjectNode attribution = metadata.putObject("attribution");
        attribution.put("page", found.page());
        attribution.put("image", found.url());
        if (!at.toString().equals(found.url())) {
            attribution.put("redirected_to", at.toString());
        }
        attribution.put("fetched_at", fetched.toString());
        attribution.put("robots", robots);
        if (!inspected.removed().isEmpty()) {
            // By which the file is known where it is from.
            attribution.put("original_sha256", content.bytes().sha256().hex());
            attribution.set("removed", Wire.MAPPER.valueToTree(inspected.removed()));
        }
        attribution.put("user_agent", settings.userAgent());
        ArrayNode licences = attribution.putArray("licence_hints");
        for (Licence licence : found.licences()) {
            licences.addObject().put("source", licence.source()).put("value", licence.value());
        }
        return new ImageRecord(category(found).orElse(""), metadata.toString());
    }

    /** A plain name for the file, made of the URL's end. */
    static String fileName(HttpUrl url, String extension) {
        String last = url.pathSegments().getLast();
        int dot = last.lastIndexOf('.');
        String stem = PlainName.of(dot > 0 ? last.substring(0, dot) : last, 100);
        return (stem.isEmpty() ? "image" : stem) + "." + extension;
    }

    // The first rule that holds, or what was given for all; nothing is guessed.
    private Optional<String> category(Found found) {
        HttpUrl image = HttpUrl.get(found.url());
        HttpUrl page = HttpUrl.get(found.page());
        return settings.rules().stream()
                .filter(rule -> rule.holds(image, page, found.text()))
                .map(CategoryRule::category)
                .findFirst()
                .or(() -> Optional.of(settings.category()).filter(category -> !category.isEmpty()));
    }

    private static void measured(ObjectNode metadata, Inspected inspected) {
        metadata.put("quality_score", inspected.quality().score());
        metadata.set("quality", Wire.MAPPER.valueToTree(inspected.quality().rounded()));
        inspected.fingerprint().ifPresent(fingerprint -> metadata.put("perceptual_hash", "dct144:" + fingerprint));
    }

    private static void put(ObjectNode metadata, String name, String value) {
        if (!value.isEmpty()) {
            metadata.put(name, value);
        }
    }
}
