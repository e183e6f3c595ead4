package dev.rewarddesk.cli;

import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.answer.EndpointKey;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.EndpointSettings;
import dev.rewarddesk.settings.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Where an endpoint's key comes from: the environment or the vault, never the command line, which everybody on the machine can read. */
final class EndpointKeySource {

    static final String VARIABLE = "REWARD_DESK_ENDPOINT_KEY";

    private EndpointKeySource() {}

    /**
     * How to ask there, with its key where there is one.
     *
     * @param keep whether the key in the environment is kept in the vault from now on
     */
    static AnswerSettings asking(EndpointSettings chosen, Endpoints endpoints, boolean keep) {
        Optional<String> given = given();
        if (keep && given.isEmpty()) {
            throw new ServiceFailure.Invalid(
                    "no_endpoint_key",
                    "There is no key to keep: set " + VARIABLE + " to it. Nothing was changed.",
                    "key");
        }
        try {
            Optional<String> secret = given.isPresent() ? given : endpoints.key(chosen.url());
            AnswerSettings settings =
                    AnswerSettings.of(chosen, secret.map(EndpointKey::new).orElse(null));
            if (keep) {
                endpoints.keep(chosen.url(), given.get());
            }
            return settings;
        } catch (IOException failure) {
            throw unusable();
        }
    }

    /** Whether a key for that endpoint is in the vault. */
    static boolean isKept(Endpoints endpoints, URI endpoint) {
        try {
            return endpoints.key(endpoint).isPresent();
        } catch (IOException failure) {
            throw unusable();
        }
    }

    private static Optional<String> given() {
        return Optional.ofNullable(System.getenv(VARIABLE)).map(String::strip).filter(key -> !key.isEmpty());
    }

    private static ServiceFailure unusable() {
        return new ServiceFailure.Server(
                "endpoint_key_unusable",
                "The endpoint's key cannot be read from, or kept in, this program's folder for settings. Check who may use that"
                        + " folder, or set " + VARIABLE + ". Nothing was asked.",
                null,
                null);
    }
}
