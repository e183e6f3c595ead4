package dev.rewarddesk.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The workspace that the suite is run against, and its callers.
 *
 * @param url the base URL
 * @param publishableKey an app's key
 * @param secretKey a pipeline's key
 */
record Workspace(URI url, String publishableKey, String secretKey) {

    static final String RESPONSES = "/functions/v1/rft-responses";
    static final String REWARDS = "/functions/v1/rft-rewards";
    static final String CHECKPOINTS = "/functions/v1/rft-checkpoints";
    static final String UPLOAD = "/functions/v1/upload";

    private static final Map<String, TestApi> PEOPLE = new ConcurrentHashMap<>();

    /** A pipeline with the secret key. */
    TestApi service() {
        return new TestApi(url, secretKey, secretKey);
    }

    TestApi lead() {
        return person("lead", "lead");
    }

    TestApi annotator() {
        return person("ann", "annotator");
    }

    TestApi otherAnnotator() {
        return person("bob", "annotator");
    }

    /** An annotator who has done nothing yet. */
    TestApi newAnnotator() {
        return invited("new-" + UUID.randomUUID(), "annotator");
    }

    /** An app in which nobody is signed in. */
    TestApi signedOut() {
        return new TestApi(url, publishableKey, null);
    }

    /** Somebody with this key and token. */
    TestApi caller(@Nullable String key, @Nullable String token) {
        return new TestApi(url, key, token);
    }

    /** What this link opens to a caller, who shows key and token to the workspace alone and to no other host. */
    TestApi.Answer open(TestApi caller, String link) {
        if (link.startsWith("/")) {
            return caller.get(link);
        }
        URI there = URI.create(link.replaceFirst("#.*", ""));
        URI host = there.resolve("/");
        boolean own = host.equals(url.resolve("/"));
        TestApi asked = new TestApi(
                URI.create(host.toString().replaceFirst("/$", "")),
                own ? caller.key() : null,
                own ? caller.token() : null);
        return asked.get(there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery()));
    }

    /** A new response of a pipeline. */
    JsonNode response(Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "user_id", "contract", "prompt", "What is it?", "response_text", "A square " + UUID.randomUUID()));
        fields.putAll(more);
        return service().post(RESPONSES, TestApi.json(fields)).ok().path("data");
    }

    /** The id of a new response of a pipeline. */
    String responseId() {
        return response(Map.of()).path("id").asText();
    }

    private TestApi person(String name, String role) {
        return PEOPLE.computeIfAbsent(url + " " + name, key -> invited(name + "-" + UUID.randomUUID(), role));
    }

    private TestApi invited(String name, String role) {
        String email = name + "@example.org";
        String password = "a long password";
        service()
                .post(
                        "/auth/v1/invite",
                        TestApi.json(Map.of(
                                "email",
                                email,
                                "password",
                                password,
                                "role",
                                role,
                                "data",
                                Map.of("display_name", role))))
                .ok();
        JsonNode session = signedOut()
                .post("/auth/v1/token?grant_type=password", TestApi.json(Map.of("email", email, "password", password)))
                .ok();
        return new TestApi(url, publishableKey, session.path("access_token").asText());
    }
}
