package dev.rewarddesk.openapi;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to one of the functions, and its answer.
 *
 * @param method such as {@code GET}
 * @param path below {@code /functions/v1}, without the query
 * @param request what was sent
 * @param status the answer's
 * @param answer what came back
 */
record Exchange(String method, String path, Content request, int status, Content answer) {

    /**
     * Headers and body of one direction.
     *
     * @param headers by name, whatever its case
     * @param body its bytes, each a character (ISO 8859-1); empty for none
     */
    record Content(Map<String, String> headers, String body) {

        Content {
            Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            byName.putAll(headers);
            headers = byName;
        }

        static Content of(Map<String, String> headers, byte @Nullable [] bytes) {
            return new Content(headers, bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1));
        }

        byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        /** The media type without its parameters, in lower case; empty where nothing is said. */
        String mediaType() {
            String declared = header("Content-Type").orElse("");
            return declared.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        }
    }
}
