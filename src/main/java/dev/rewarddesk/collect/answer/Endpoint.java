package dev.rewarddesk.collect.answer;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.LengthField;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A model behind an OpenAI-compatible API, and how it is asked.
 *
 * @param url the API's base, with or without {@code /v1}; https, or this machine, where there is a key
 * @param key null where none is needed
 * @param model as the endpoint calls it; becomes the responses' {@code model_id}
 * @param temperature 0 to 2; null for the endpoint's own
 * @param maxTokens the longest answer, in tokens
 * @param lengthField under which name that is sent
 * @param timeout for one request, from first to last byte
 */
public record Endpoint(
        URI url,
        @Nullable EndpointKey key,
        String model,
        @Nullable Double temperature,
        int maxTokens,
        LengthField lengthField,
        Duration timeout) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final int LONGEST_MODEL = 200;

    /** Ends with {@code Invalid} where it cannot be used so. */
    public Endpoint {
        HttpUrl parsed = HttpUrl.parse(url.toString());
        check(parsed != null, "url", "The endpoint's address must begin with http:// or https://");
        if (parsed != null) {
            check(
                    parsed.username().isEmpty()
                            && parsed.password().isEmpty()
                            && parsed.query() == null
                            && parsed.fragment() == null,
                    "url",
                    "The endpoint's address must have no user, password, ? or #");
            check(
                    key == null || parsed.isHttps() || THIS_MACHINE.contains(parsed.host()),
                    "url",
                    "A key is sent over https alone, or to this machine; the endpoint's address is neither");
        }
        check(
                !model.isBlank() && model.length() <= LONGEST_MODEL,
                "model",
                "The model's name must have 1 to 200 characters");
        check(
                temperature == null || (temperature >= 0 && temperature <= 2),
                "temperature",
                "The temperature must be from 0 to 2");
        check(maxTokens >= 1, "maxTokens", "An answer must be allowed at least one token");
        check(timeout.isPositive(), "timeout", "The timeout must be longer than nothing");
    }

    HttpUrl completions() {
        HttpUrl.Builder builder = HttpUrl.get(url.toString()).newBuilder();
        String path = HttpUrl.get(url.toString()).encodedPath().replaceAll("/+$", "");
        String versioned = path.matches(".*/v\\d+[a-z0-9]*") ? path : path + "/v1";
        return builder.encodedPath(versioned + "/chat/completions").build();
    }

    private static void check(boolean good, String field, String sentence) {
        if (!good) {
            throw new ServiceFailure.Invalid("invalid_endpoint", sentence + ". Nothing was asked.", field);
        }
    }
}
