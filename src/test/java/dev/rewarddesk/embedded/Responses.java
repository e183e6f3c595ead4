package dev.rewarddesk.embedded;

import java.util.Map;

/** Responses for tests to review. */
final class Responses {

    private static final String PATH = "/functions/v1/rft-responses";

    private Responses() {}

    /** Sends one and returns its id. */
    static String create(TestApi api, String text) {
        return api.post(PATH, TestApi.json(Map.of("user_id", "p", "prompt", "What is it?", "response_text", text)))
                .ok()
                .at("/data/id")
                .asText();
    }

    /** How many there are. */
    static int count(TestApi api) {
        return api.get(PATH + "?limit=0").ok().get("total").asInt();
    }
}
