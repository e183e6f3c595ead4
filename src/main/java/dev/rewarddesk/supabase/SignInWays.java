package dev.rewarddesk.supabase;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The ways into a workspace.
 *
 * @param password whether with an email and a password
 * @param providers the names of the OAuth providers, such as {@code google}, in alphabetic order
 * @param singleSignOn whether by the mail domain of a company
 */
public record SignInWays(boolean password, List<String> providers, boolean singleSignOn) {

    /** Those in {@code external} that are no providers in the browser. */
    private static final List<String> OTHERS = List.of("email", "phone", "anonymous_users");

    public SignInWays {
        providers = List.copyOf(providers);
    }

    static SignInWays read(JsonNode settings) {
        JsonNode external = settings.path("external");
        if (!external.isObject()) {
            throw Answer.malformed(null);
        }
        List<String> providers = external.properties().stream()
                .filter(entry -> entry.getValue().asBoolean() && !OTHERS.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .filter(name -> name.matches("[a-z0-9_:-]{1,60}"))
                .sorted()
                .toList();
        return new SignInWays(
                external.path("email").asBoolean(),
                providers,
                settings.path("saml_enabled").asBoolean());
    }
}
