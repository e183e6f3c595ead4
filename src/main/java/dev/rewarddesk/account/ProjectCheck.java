package dev.rewarddesk.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.ConnectionCheck;
import dev.rewarddesk.supabase.ProjectProbe;
import dev.rewarddesk.supabase.ProjectProbe.Told;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Finds out whether a deployed project is well, from where a user is: the checks that {@code supabase/deploy.sh} ends with. */
public final class ProjectCheck {

    private static final List<String> FUNCTIONS = List.of("upload", "rft-responses", "rft-rewards", "rft-checkpoints");
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(60);
    private static final String DEPLOY = " Whoever runs the project runs supabase/deploy.sh.";

    private final String schemaVersion;
    private final InstantSource clock;

    /** @param schemaVersion of the newest migration that this program knows */
    public ProjectCheck(String schemaVersion, InstantSource clock) {
        this.schemaVersion = schemaVersion;
        this.clock = clock;
    }

    /**
     * One thing that was looked at.
     *
     * @param says what is the case and, where it is not well, what to do
     */
    public record Check(String name, boolean well, String says) {}

    /** Looks at everything, or as far as it makes sense; never throws for what is wrong with the project. */
    public List<Check> of(String url, String publishableKey) {
        try {
            WorkspaceAddress address = ConnectionCheck.read(url, publishableKey);
            try (ProjectProbe probe = new ProjectProbe(address)) {
                return new Look(address, probe).all();
            }
        } catch (ServiceFailure.Invalid wrong) {
            return List.of(new Check("api_key".equals(wrong.field()) ? "key" : "address", false, wrong.getMessage()));
        }
    }

    private final class Look {
        private final WorkspaceAddress address;
        private final ProjectProbe probe;
        private final List<Check> checks = new ArrayList<>();

        Look(WorkspaceAddress address, ProjectProbe probe) {
            this.address = address;
            this.probe = probe;
        }

        List<Check> all() {
            try {
                if (project() && key()) {
                    auth();
                    functions();
                }
            } catch (ServiceFailure.Offline away) {
                add("reachable", false, offline(away));
            }
            return checks;
        }

        private boolean project() {
            Told settings = probe.get("/auth/v1/settings");
            if (settings.status() == 540) {
                add("reachable", false, "The project is paused. Restore it in the Supabase dashboard, then try again.");
                return false;
            }
            add("reachable", true, "Something answers at " + address.url() + ".");
            boolean secure = "https".equals(address.url().getScheme());
            add(
                    "tls",
                    true,
                    secure ? "The connection is encrypted." : "Not encrypted, and does not leave this machine.");
            boolean supabase = settings.document().path("external").isObject()
                    || (settings.status() == 401 && settings.document().isObject());
            add(
                    "supabase",
                    supabase,
                    supabase
                            ? "It is a Supabase project."
                            : "It is no Supabase project (it answers %d). Copy the Project URL from the dashboard again."
                                    .formatted(settings.status()));
            return supabase;
        }

        private boolean key() {
            boolean known = probe.get("/auth/v1/settings").status() != 401;
            add(
                    "key",
                    known,
                    known
                            ? "The project knows the key."
                            : "The project does not know this key. Copy the publishable key again (API keys in the"
                                    + " dashboard's settings).");
            return known;
        }

        private void auth() {
            int status = probe.get("/auth/v1/health").status();
            add(
                    "auth",
                    status == 200,
                    status == 200
                            ? "Sign-in is healthy."
                            : "Sign-in answers %d. Look at Auth's logs in the dashboard and at https://status.supabase.com."
                                    .formatted(status));
        }

        private void functions() {
            Optional<JsonNode> first = Optional.empty();
            for (String function : FUNCTIONS) {
                Optional<JsonNode> health = function(function);
                first = first.or(() -> health);
            }
            first.ifPresent(this::database);
        }

        private Optional<JsonNode> function(String name) {
            Told told = probe.get("/functions/v1/" + name + "/health");
            JsonNode data = told.document().path("data");
            if (told.status() == 200 && data.has("schema_version")) {
                add(name, true, "The function answers.");
                return Optional.of(data);
            }
            add(name, false, whyNot(told));
            return Optional.empty();
        }

        private void database(JsonNode health) {
            String version = health.path("schema_version").asText();
            int order = version.compareTo(schemaVersion);
            add(
                    "database",
                    order == 0,
                    switch (Integer.signum(order)) {
                        case 0 -> "The database is at version " + version + ", as this program is.";
                        case 1 ->
                            "The database is at version %s, newer than this program's %s. Install the newest Reward Desk."
                                    .formatted(version, schemaVersion);
                        default ->
                            "The database is at version %s, older than this program's %s."
                                            .formatted(version, schemaVersion)
                                    + DEPLOY;
                    });
            String bucket = health.path("bucket").asText();
            add(
                    "bucket",
                    bucket.equals("private"),
                    switch (bucket) {
                        case "private" -> "The storage bucket scraped-images is there and private.";
                        case "public" ->
                            "The storage bucket scraped-images is public: everybody may read the images. Make it private in the"
                                    + " dashboard under Storage, at once.";
                        default -> "The storage bucket scraped-images is missing." + DEPLOY;
                    });
            clock(health.path("time").asText());
        }

        private void clock(String time) {
            try {
                Duration ahead = Duration.between(Instant.parse(time), clock.instant());
                boolean near = ahead.abs().compareTo(CLOCK_TOLERANCE) <= 0;
                add(
                        "clock",
                        near,
                        near
                                ? "This machine's clock and the project's agree."
                                : "This machine's clock is %d seconds %s the project's. Set it by the network; sign-in may fail until then."
                                        .formatted(
                                                ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of"));
            } catch (DateTimeParseException noTime) {
                add("clock", false, "The project tells no time." + DEPLOY);
            }
        }

        private void add(String name, boolean well, String says) {
            checks.add(new Check(name, well, says));
        }
    }

    private static String whyNot(Told told) {
        boolean ours = told.document().has("success");
        return switch (told.status()) {
            case 404 -> (ours ? "The function is of an older version." : "The function is not deployed.") + DEPLOY;
            case 401 ->
                "The function does not know the key (%s). If keys were changed in the dashboard, deploy the function again."
                        .formatted(told.sentence());
            case 503 -> "The function answers, and its database does not: " + told.sentence();
            default ->
                "The function answers %d. %s Look at its logs in the dashboard under Edge Functions."
                        .formatted(told.status(), told.sentence());
        };
    }

    private static String offline(ServiceFailure.Offline away) {
        String todo = away.getCause() instanceof SSLException
                ? " Check this machine's clock, and whether something on the way replaces certificates."
                : " Check the URL and the network; a project that is paused or removed does not answer either.";
        return away.getMessage() + todo;
    }
}
