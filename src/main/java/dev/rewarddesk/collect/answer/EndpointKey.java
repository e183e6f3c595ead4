package dev.rewarddesk.collect.answer;

import dev.rewarddesk.failure.ServiceFailure;

/** The key of an endpoint; shown nowhere. */
public final class EndpointKey {

    private final String secret;

    /** Ends with {@code Invalid} where no key looks like that. */
    public EndpointKey(String secret) {
        if (secret.isEmpty() || !secret.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ServiceFailure.Invalid(
                    "invalid_endpoint_key",
                    "The endpoint's key must be one word of plain characters. Nothing was asked.",
                    "key");
        }
        this.secret = secret;
    }

    String header() {
        return "Bearer " + secret;
    }

    /** The text without this key, should somebody have quoted it. */
    String hiddenIn(String text) {
        return text.replace(secret, "…");
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "EndpointKey";
    }
}
