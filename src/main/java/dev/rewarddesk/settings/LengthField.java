package dev.rewarddesk.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an endpoint calls the longest answer that it is to give. */
public enum LengthField {
    /** The usual name, and the newer one from when the endpoint asks for that. */
    @JsonProperty("auto")
    AUTO,
    /** What nearly all endpoints understand. */
    @JsonProperty("max_tokens")
    MAX_TOKENS,
    /** What OpenAI's newer models want instead. */
    @JsonProperty("max_completion_tokens")
    MAX_COMPLETION_TOKENS;

    /** What stands in a request; for {@link #AUTO}, at first. */
    public String wireName() {
        return this == MAX_COMPLETION_TOKENS ? "max_completion_tokens" : "max_tokens";
    }
}
