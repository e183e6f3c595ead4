package dev.rewarddesk.supabase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Finds out whether somebody can work at a URL with a key before anything of it is kept, and says what is wrong. */
public final class ConnectionCheck {

    private ConnectionCheck() {}

    /**
     * The address and key as somebody typed them, where a URL without {@code https://} is meant to have it.
     *
     * @throws ServiceFailure.Invalid with field {@code url} or {@code api_key} where they cannot be right, or must not be used
     */
    public static WorkspaceAddress read(String url, String key) {
        String typed = url.strip();
        if (typed.isEmpty()) {
            throw invalid("invalid_url", "Enter the project's URL, such as https://abcd.supabase.co.", "url");
        }
        refuseOtherKeys(key.strip());
        return WorkspaceAddress.of(typed.contains("://") ? typed : "https://" + typed, key);
    }

    /** Asks the workspace at that address. Blocks; ends with the {@code ServiceFailure} that says what to do. */
    public static SignInWays check(WorkspaceAddress address) {
        try (Transport transport = new Transport(() -> address, Transport.Timeouts.SHORT)) {
            SignInWays ways = signInWays(transport);
            findFunctions(transport);
            return ways;
        } catch (ServiceFailure.Offline away) {
            throw unreachable(address, away);
        }
    }

    private static SignInWays signInWays(Transport transport) {
        HttpAnswer answer = transport.send(Call.get("/auth/v1/settings").headers(AuthApi.VERSION), transport.apiKey());
        if (answer.status() == 401 || answer.status() == 403) {
            if (json(answer) == null) {
                throw notSupabase();
            }
            throw invalid(
                    "wrong_key",
                    "The workspace does not know this key. Copy the publishable key again: in the Supabase dashboard under Project"
                            + " Settings, API Keys.",
                    "api_key");
        }
        if (answer.status() == 540) {
            throw new ServiceFailure.Server(
                    "project_paused",
                    "The project is paused. Somebody has to restore it in the Supabase dashboard; then try again.",
                    null,
                    null);
        }
        if (answer.status() >= 500 || answer.status() == 429) {
            throw Failures.of(answer);
        }
        JsonNode settings = answer.isSuccess() ? json(answer) : null;
        if (settings == null || !settings.path("external").isObject()) {
            throw notSupabase();
        }
        return SignInWays.read(settings);
    }

    // Nobody is signed in yet, so the function's own refusal is the good answer; the gateway's has no "success".
    private static void findFunctions(Transport transport) {
        HttpAnswer answer = transport.send(Call.get("/functions/v1/rft-responses/workspace"), transport.apiKey());
        JsonNode document = json(answer);
        if (answer.status() == 404 && (document == null || !document.has("success"))) {
            throw new ServiceFailure.NotFound(
                    "functions_missing",
                    "This is a Supabase project, but Reward Desk’s functions are not there yet. Whoever runs the project"
                            + " deploys them with supabase/deploy.sh; then try again.");
        }
        if (answer.status() >= 500) {
            throw Failures.of(answer);
        }
    }

    private static void refuseOtherKeys(String key) {
        if (key.isEmpty()) {
            throw invalid("no_key", "Enter the project’s publishable key. It begins with sb_publishable_.", "api_key");
        }
        if (key.startsWith("sb_secret_") || "service_role".equals(roleIn(key))) {
            throw invalid(
                    "secret_key",
                    "This is the secret key, which may do everything. It was neither sent nor kept. Use the publishable key; and if this key"
                            + " was seen by somebody, replace it in the dashboard.",
                    "api_key");
        }
        if (!key.startsWith("sb_publishable_") && !"anon".equals(roleIn(key))) {
            throw invalid(
                    "no_publishable_key",
                    "This is no publishable key. It begins with sb_publishable_, or, in older projects, is the long “anon” key.",
                    "api_key");
        }
    }

    /** What an older key, which is a JWT, says of itself; null for anything else. */
    private static @Nullable String roleIn(String key) {
        String[] parts = key.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            return WireJson.MAPPER
                    .readTree(new String(claims, StandardCharsets.UTF_8))
                    .path("role")
                    .asText();
        } catch (IOException | IllegalArgumentException noJwt) {
            return null;
        }
    }

    private static @Nullable JsonNode json(HttpAnswer answer) {
        try {
            JsonNode node = WireJson.MAPPER.readTree(answer.body().toByteArray());
            return node != null && node.isObject() ? node : null;
        } catch (IOException noJson) {
            return null;
        }
    }

    private static ServiceFailure unreachable(WorkspaceAddress address, ServiceFailure.Offline away) {
        if (away.getCause() instanceof SSLException) {
            return new ServiceFailure.Offline(
                    "No secure connection to " + address.url().getHost()
                            + " could be made: its certificate is not trusted here, or something on the way replaces it. Check"
                            + " the clock of this machine and the network, or ask whoever runs it. The key was not sent.",
                    away.getCause());
        }
        return new ServiceFailure.Offline(
                "Nobody answers at " + address.url()
                        + ". Check the URL and the network; a project that was paused or removed does not answer either.",
                away.getCause());
    }

    private static ServiceFailure notSupabase() {
        return invalid(
                "not_supabase",
                "There is no Supabase project at this URL. Copy the Project URL from the dashboard, under Project Settings, Data"
                        + " API.",
                "url");
    }

    private static ServiceFailure.Invalid invalid(String code, String sentence, String field) {
        return new ServiceFailure.Invalid(code, sentence, field);
    }
}
