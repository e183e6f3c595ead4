package dev.rewarddesk.cli;

import dev.rewarddesk.collect.answer.EndpointKey;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.vault.EndpointKeys;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Where an endpoint's key comes from: the environment or the vault, never the command line, which everybody on the machine can read. */
final class EndpointKeySource {

    static final String VARIABLE = "REWARD_DESK_ENDPOINT_KEY";

    private EndpointKeySource() {}

    /**
     * The key; empty where there is none, as for an endpoint that needs none.
     *
     * @param keep whether the one in the environment is kept in the vault from now on
     */
    static Optional<EndpointKey> read(EndpointKeys vault, URI endpoint, boolean keep) {
        String given = Optional.ofNullable(System.getenv(VARIABLE)).orElse("").strip();
        try {
            if (given.isEmpty()) {
                return vault.find(endpoint).map(EndpointKey::new);
            }
            EndpointKey key = new EndpointKey(given);
            if (keep) {
                vault.keep(endpoint, given);
            }
            return Optional.of(key);
        } catch (IOException failure) {
            throw new ServiceFailure.Server(
                    "endpoint_key_unusable",
                    "The endpoint's key cannot be read from, or kept in, this program's folder for settings. Check who may use that"
                            + " folder, or set " + VARIABLE + ". Nothing was asked.",
                    null,
                    null);
        }
    }
}
