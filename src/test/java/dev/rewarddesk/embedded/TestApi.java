package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rewarddesk.openapi.Held;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as one caller. What the functions answer is held against {@code docs/openapi.yaml}.
 *
 * @param url the base URL
 * @param key sent as {@code apikey}; null for none
 * @param token sent as Bearer; null for none
 */
public record TestApi(
        URI url, @Nullable String key, @Nullable String token) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back. */
    public static final class Answer {
        private final int status;
        private final HttpHeaders headers;
        private final byte[] bytes;

        private Answer(HttpResponse<byte[]> response) {
            this.status = response.statusCode();
            this.headers = response.headers();
            this.bytes = response.body();
        }

        public int status() {
            return status;
        }

        public byte[] bytes() {
            return bytes;
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException failure) {
                throw new UncheckedIOException("no JSON: " + text(), failure);
            }
        }

        /** The body as JSON, after checking that all went well. */
        public JsonNode ok() {
            assertThat(status).as(text()).isBetween(200, 299);
            return json();
        }

        /** The code of a failure in the contract's form; empty where there is none. */
        public String code() {
            return json().path("code").asText();
        }

        /** A header, or an empty text. */
        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, Map.of());
    }

    public Answer post(String path, String json, Map<String, String> headers) {
        return send("POST", path, json, headers);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json, Map.of());
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** A request with a JSON body, or none when it is null. */
    public Answer send(String method, String path, @Nullable String json, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (json != null) {
            all.putIfAbsent("Content-Type", "application/json");
        }
        return sendBytes(method, path, json == null ? null : json.getBytes(StandardCharsets.UTF_8), all);
    }

    /** A request with any body, and these headers besides key and token. */
    public Answer sendBytes(String method, String path, byte @Nullable [] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (key != null) {
            request.header("apikey", key);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Held.check(method, path, headers, body, response.statusCode(), response.headers(), response.body());
            return new Answer(response);
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /**
     * Uploads a file.
     *
     * @param fields further fields of the form
     */
    public Answer upload(String fileName, String declaredType, byte[] file, Map<String, String> fields) {
        return upload(fileName, declaredType, file, fields, Map.of());
    }

    /** Uploads a file, with further headers. */
    public Answer upload(
            String fileName,
            String declaredType,
            byte[] file,
            Map<String, String> fields,
            Map<String, String> headers) {
        String boundary = "reward-desk-test-boundary";
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> form.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: " + declaredType + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "multipart/form-data; boundary=" + boundary);
        return sendBytes("POST", "/functions/v1/upload", form.toByteArray(), all);
    }

    /** A text read as JSON. */
    public static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    /** As JSON text. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
