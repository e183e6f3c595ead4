package dev.rewarddesk.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.account.ProjectCheck.Check;
import dev.rewarddesk.embedded.EmbeddedBackend;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a project that is well, and of each thing that can be wrong with one. */
final class ProjectCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String KEY = "sb_publishable_x";
    private static final String SETTINGS = "/auth/v1/settings";

    private final Map<String, MockResponse> answers = new TreeMap<>();
    private MockWebServer project;

    @BeforeEach
    void start() throws IOException {
        project = new MockWebServer();
        project.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.getOrDefault(request.getUrl().encodedPath(), json(404, "{\"message\": \"no such\"}"));
            }
        });
        project.start();
        answers.put(SETTINGS, json(200, "{\"external\": {}}"));
        answers.put("/auth/v1/health", json(200, "{}"));
        for (String function : List.of("upload", "rft-responses", "rft-rewards", "rft-checkpoints")) {
            health(function, "20261122091000", "private", NOW);
        }
    }

    @AfterEach
    void stop() {
        project.close();
    }

    @Test
    void aRealWorkspaceIsWell() {
        TestBackend backend = TestBackend.shared();

        List<Check> checks = new ProjectCheck(EmbeddedBackend.schemaVersion(), InstantSource.system())
                .of(backend.url().toString(), String.valueOf(backend.anonymous().key()));

        assertThat(checks).allMatch(Check::well);
        assertThat(checks)
                .extracting(Check::name)
                .containsExactly(
                        "reachable",
                        "tls",
                        "supabase",
                        "key",
                        "auth",
                        "upload",
                        "rft-responses",
                        "rft-rewards",
                        "rft-checkpoints",
                        "database",
                        "bucket",
                        "clock");
    }

    @Test
    void aProjectWithEverythingIsWell() {
        assertThat(checks()).allMatch(Check::well).hasSize(12);
    }

    @Test
    void whereNobodyAnswersThatIsSaid() {
        project.close();

        assertOnlyWrong("reachable", "could not be reached", "Check the URL and the network");
    }

    @Test
    void aPausedProjectIsToldSo() {
        answers.put(SETTINGS, json(540, "{}"));

        assertOnlyWrong("reachable", "The project is paused", "Restore it");
    }

    @Test
    void anotherSiteIsNoProject() {
        answers.put(SETTINGS, json(200, "<html>"));

        assertOnlyWrong("supabase", "It is no Supabase project", "Copy the Project URL");
    }

    @Test
    void aKeyThatTheProjectDoesNotKnowIsToldSo() {
        answers.put(SETTINGS, json(401, "{\"message\": \"Invalid API key\"}"));

        assertOnlyWrong("key", "does not know this key", "Copy the publishable key again");
    }

    // The second is the older key, a JWT with the role service_role.
    @ParameterizedTest
    @ValueSource(strings = {" sb_secret_hidden", "e30.eyJyb2xlIjoic2VydmljZV9yb2xlIn0.hidden"})
    void theSecretKeyIsNotEvenSent(String key) {
        List<Check> checks = new ProjectCheck("1", InstantSource.system())
                .of(project.url("/").toString(), key);

        assertThat(checks).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo("key");
            assertThat(check.well()).isFalse();
            assertThat(check.says()).contains("secret key").doesNotContain("hidden");
        });
        assertThat(project.getRequestCount()).isZero();
    }

    @Test
    void anAddressThatKeysMustNotGoToIsRefused() {
        assertThat(new ProjectCheck("1", InstantSource.system()).of("http://example.org", KEY))
                .singleElement()
                .satisfies(check -> assertThat(check.says()).contains("must begin with https://"));
    }

    @Test
    void signInThatIsDownIsToldSo() {
        answers.put("/auth/v1/health", json(503, "{}"));

        assertOnlyWrong("auth", "Sign-in answers 503", "status.supabase.com");
    }

    @Test
    void aFunctionThatIsNotDeployedIsToldSo() {
        answers.remove("/functions/v1/rft-rewards/health");

        assertOnlyWrong("rft-rewards", "The function is not deployed", "supabase/deploy.sh");
    }

    @Test
    void aFunctionOfAnOlderVersionIsToldSo() {
        answers.put("/functions/v1/upload/health", json(404, "{\"success\": false, \"code\": \"no_such_route\"}"));

        assertOnlyWrong("upload", "of an older version", "supabase/deploy.sh");
    }

    @Test
    void aDatabaseWithoutTheTablesIsToldSo() {
        answers.put(
                "/functions/v1/upload/health",
                json(503, "{\"success\": false, \"error\": \"Not set up yet; run it.\", \"code\": \"not_migrated\"}"));

        assertOnlyWrong("upload", "its database does not: Not set up yet", "run it");
    }

    @ParameterizedTest
    @CsvSource({"20261122090000, older, supabase/deploy.sh", "20270101000000, newer, Install the newest Reward Desk"})
    void anotherVersionOfTheDatabaseIsToldSo(String version, String what, String todo) {
        health("upload", version, "private", NOW);

        assertOnlyWrong("database", what, todo);
    }

    @ParameterizedTest
    @CsvSource({"public, everybody may read, Make it private", "missing, is missing, supabase/deploy.sh"})
    void aBucketThatIsNotThereAndPrivateIsToldSo(String bucket, String what, String todo) {
        health("upload", "20261122091000", bucket, NOW);

        assertOnlyWrong("bucket", what, todo);
    }

    @ParameterizedTest
    @CsvSource({"-90, ahead of", "90, behind"})
    void aClockThatIsOffIsToldSo(int seconds, String how) {
        health("upload", "20261122091000", "private", NOW.plusSeconds(seconds));

        assertOnlyWrong("clock", "90 seconds " + how, "Set it by the network");
    }

    private List<Check> checks() {
        return new ProjectCheck("20261122091000", InstantSource.fixed(NOW))
                .of(project.url("/").toString(), KEY);
    }

    private void assertOnlyWrong(String name, String what, String todo) {
        assertThat(checks()).filteredOn(check -> !check.well()).singleElement().satisfies(check -> {
            assertThat(check.name()).isEqualTo(name);
            assertThat(check.says()).contains(what).contains(todo).doesNotContain(KEY);
        });
    }

    private void health(String function, String version, String bucket, Instant time) {
        answers.put(
                "/functions/v1/" + function + "/health",
                json(
                        200,
                        "{\"success\": true, \"data\": {\"schema_version\": \"%s\", \"bucket\": \"%s\", \"time\": \"%s\"}}"
                                .formatted(version, bucket, time)));
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
