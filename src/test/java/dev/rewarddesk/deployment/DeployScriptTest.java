package dev.rewarddesk.deployment;

import static dev.rewarddesk.deployment.DeployScript.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rewarddesk.deployment.DeployScript.Result;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the script calls, in which order, what it says, and where it stops. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is for bash")
final class DeployScriptTest {

    private static final String SECRET = "wasabi-secret-0123456789";
    private static final String PASSWORD = "the-database-password";
    private static final List<String> UNTIL_LINKED =
            List.of("--version", "projects list --output-format json", "link --project-ref " + PROJECT);
    private static final String PUSH = "db push --remote --yes";

    @TempDir
    private Path temporary;

    private DeployScript script;

    @BeforeEach
    void prepare() throws IOException {
        script = new DeployScript(temporary);
    }

    @Test
    void aDeploymentDoesEverythingInOrder() throws Exception {
        Result result = script.run();

        assertThat(result.status()).as(result.said()).isZero();
        assertThat(result.calls())
                .containsExactly(
                        "--version",
                        "projects list --output-format json",
                        "link --project-ref " + PROJECT,
                        PUSH,
                        "functions deploy upload --use-api --remote --yes",
                        "functions deploy rft-responses --use-api --remote --yes",
                        "functions deploy rft-rewards --use-api --remote --yes",
                        "functions deploy rft-checkpoints --use-api --remote --yes",
                        "projects api-keys --remote --output-format json");
        assertThat(result.out())
                .containsPattern("ok +tools +Supabase CLI")
                .containsPattern("ok +database +20")
                .containsPattern("ok +health +database 20.*, bucket private, 4 functions, sign-in")
                .contains("All is well. The workspace is at "
                        + TestBackend.shared().url());
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aSecondRunDoesTheSame() throws Exception {
        Result first = script.run();
        Result second = script.run();

        assertThat(second.status()).isZero();
        assertThat(second.out()).isEqualTo(first.out());
    }

    @Test
    void secretsGoByAFileThatIsGoneAfter() throws Exception {
        script.write("secrets.env", "# storage\nS3_SECRET_ACCESS_KEY=" + SECRET + "\nS3_REGION=eu-1\n")
                .with("S3_ENDPOINT", "https://s3.example.org")
                .with("S3_BUCKET", "b")
                .with("S3_ACCESS_KEY_ID", "an-access-key-id")
                .with("SUPABASE_DB_PASSWORD", PASSWORD);

        Result result = script.run("--secrets", script.file("secrets.env").toString());

        assertThat(result.status()).as(result.said()).isZero();
        assertThat(Files.readAllLines(script.file("file")))
                .containsExactly(
                        "-rw-------",
                        "S3_SECRET_ACCESS_KEY=" + SECRET,
                        "S3_REGION=eu-1",
                        "S3_ENDPOINT=https://s3.example.org",
                        "S3_BUCKET=b",
                        "S3_ACCESS_KEY_ID=an-access-key-id");
        assertThat(Path.of(Files.readString(script.file("file-name")))).doesNotExist();
        assertThat(script.left()).isEmpty();
        assertThat(result.calls()).anyMatch(call -> call.startsWith("secrets set --env-file /"));
        assertThat(result.out()).containsPattern("ok +secrets +5 set");
        assertThat(result.said() + result.calls()).doesNotContain(SECRET, PASSWORD, "an-access-key-id");
    }

    @Test
    void aSecretArrivesAsItIsWhereTheToolWouldSeeACommentInIt() throws Exception {
        script.write("secrets.env", "MINE=x#y z\nQUOTED=\"p#q\"\n").with("JWT_SECRET", "a#$b \"c\"");

        Result result = script.run("--secrets", script.file("secrets.env").toString());

        assertThat(result.status()).as(result.said()).isZero();
        assertThat(Files.readAllLines(script.file("file")))
                .containsExactly("-rw-------", "MINE='x#y z'", "QUOTED=\"p#q\"", "JWT_SECRET='a#$b \"c\"'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's#" + SECRET, "first\n" + SECRET})
    void aSecretThatTheToolCannotBeToldIsRefused(String value) throws Exception {
        Result result = script.with("JWT_SECRET", value).run();

        assertStopped(result, "secrets", "The secret JWT_SECRET has", "--secrets");
        assertThat(result.said()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "'"})
    void aQuotedSecretIsNotShownWithoutItsQuotes(String quote) throws Exception {
        script.write("secrets.env", "JWT_SECRET=" + quote + SECRET + quote + "\n")
                .failingAt("secrets set", "403 for " + SECRET);

        Result result = script.run("--secrets", script.file("secrets.env").toString());

        assertThat(result.said()).contains("403 for (secret)").doesNotContain(SECRET);
    }

    @Test
    void anAccountIsMadeALeadAtTheEnd() throws Exception {
        Result result = script.run("--lead", "ada@example.org");

        assertThat(result.status()).as(result.said()).isZero();
        assertThat(result.calls().getLast()).matches("db query --file /.*/lead.sql --remote --yes");
        assertThat(Files.readString(script.file("file"))).contains("lower('ada@example.org')");
        assertThat(result.out()).containsPattern("ok +lead +ada@example.org");
    }

    @Test
    void theSqlThatMakesALeadDoesSoAndRefusesStrangers() throws Exception {
        script.run("--lead", "ada%ops@example.org");
        String sql = Files.readString(script.file("file")).lines().skip(1).collect(Collectors.joining("\n"));
        try (PlainDatabase database = new PlainDatabase()) {
            for (String migration : PlainDatabase.scripts(Path.of("supabase", "migrations"))) {
                database.execute(migration);
            }
            assertThatThrownBy(() -> database.execute(sql))
                    .hasMessageContaining("No account has the address ada%ops@example.org.");

            database.executeAsPlatform("insert into auth.users (email) values ('Ada%ops@example.org')");
            database.execute(sql);
            database.execute(sql);

            assertThat(database.texts("select role from public.members")).containsExactly("lead");
        }
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        Result result = script.with("JWT_SECRET", SECRET).run("--dry-run", "--lead", "ada@example.org");

        assertThat(result.status()).as(result.said()).isZero();
        assertThat(result.calls())
                .startsWith(UNTIL_LINKED.toArray(String[]::new))
                .endsWith("db push --remote --dry-run")
                .hasSize(4);
        assertThat(result.out())
                .containsPattern("would +database +apply: 1 migrations")
                .containsPattern("would +secrets +set 1: JWT_SECRET")
                .containsPattern("would +function upload")
                .contains("Nothing was changed.")
                .doesNotContain(SECRET);
    }

    @Test
    void withoutNodeNothingIsDone() throws Exception {
        Path bare = Files.createDirectory(temporary.resolve("bare"));
        for (String tool : List.of("dirname", "mktemp", "rm", "tail", "sed", "cat")) {
            Path wrapper = Files.writeString(bare.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(tool(tool)));
            assertThat(wrapper.toFile().setExecutable(true)).isTrue();
        }

        Result result = script.with("PATH", bare.toString()).run();

        assertStopped(result, "tools", "There is no node.", "Install Node.js 20 or later");
        assertThat(result.calls()).isEmpty();
    }

    @Test
    void anotherVersionOfTheToolIsNotUsed() throws Exception {
        Result result = script.write("version", "2.0.0").run();

        assertStopped(result, "tools", "is not installed here (found: 2.0.0)", "npm ci");
        assertThat(result.calls()).containsExactly("--version");
    }

    @Test
    void whoIsNotLoggedInIsToldHow() throws Exception {
        Result result =
                script.failingAt("projects list", "Access token not provided.").run();

        assertStopped(result, "login", "You are not logged in", "npx supabase login");
        assertThat(result.calls()).hasSize(2);
    }

    @Test
    void aNetworkThatIsDownIsNoMissingLogin() throws Exception {
        Result result =
                script.failingAt("projects list", "getaddrinfo ENOTFOUND").run();

        assertStopped(result, "login", "Supabase cannot be asked", "network");
    }

    @Test
    void aProjectOfSomebodyElseIsRefused() throws Exception {
        Result result = script.run("--project", "zzzzzzzzzzzzzzzzzzzz");

        assertStopped(result, "project", "Your account has no project zzzzzzzzzzzzzzzzzzzz", "project's settings");
        assertThat(result.calls()).hasSize(2);
    }

    @Test
    void aProjectThatIsPausedIsToldSo() throws Exception {
        Result result = script.failingAt("link", "project is paused").run();

        assertStopped(result, "project", "cannot be linked", "restore it in the dashboard");
        assertThat(result.calls()).isEqualTo(UNTIL_LINKED);
    }

    @Test
    void aRefusedMigrationEndsIt() throws Exception {
        Result result = script.with("SUPABASE_DB_PASSWORD", PASSWORD)
                .with("S3_SECRET_ACCESS_KEY", SECRET)
                .failingAt("db push", "ERROR: must be owner of table objects (SQLSTATE 42501)")
                .run();

        assertStopped(result, "database", "A migration was refused", "docs/supabase.md");
        assertThat(result.err()).contains("must be owner of table objects").contains("(secret)");
        assertThat(result.calls()).hasSize(4).endsWith(PUSH);
        assertThat(result.said()).doesNotContain(PASSWORD);
    }

    @Test
    void aSecretThatIsMissingEndsItBeforeAnyIsSet() throws Exception {
        Result result = script.with("S3_SECRET_ACCESS_KEY", SECRET).run();

        assertStopped(result, "secrets", "The secret S3_ENDPOINT is missing", "--secrets");
        assertThat(result.calls()).endsWith(PUSH);
        assertThat(result.said()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT_SECRET=", "SUPABASE_DB_URL=" + SECRET, SECRET})
    void aSecretThatCannotBeIsNamedAndNotShown(String line) throws Exception {
        script.write("secrets.env", line + "\n");

        Result result = script.run("--secrets", script.file("secrets.env").toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).containsPattern("FAILED +secrets");
        assertThat(result.said()).doesNotContain(SECRET);
        assertThat(result.calls()).endsWith(PUSH);
    }

    @Test
    void secretsThatAreRefusedAreNotShown() throws Exception {
        Result result = script.with("JWT_SECRET", SECRET)
                .failingAt("secrets set", "403 for " + SECRET)
                .run();

        assertStopped(result, "secrets", "The secrets were not set", "access token");
        assertThat(result.said()).contains("403 for (secret)").doesNotContain(SECRET);
        assertThat(script.left()).isEmpty();
    }

    @Test
    void aFunctionThatFailsEndsIt() throws Exception {
        Result result = script.failingAt("functions deploy rft-rewards", "bundle failed")
                .run();

        assertStopped(result, "function rft-rewards", "The function rft-rewards was not deployed", "as they were");
        assertThat(result.out()).containsPattern("ok +function rft-responses +deployed");
        assertThat(result.calls()).endsWith("functions deploy rft-rewards --use-api --remote --yes");
    }

    @Test
    void aProjectThatIsNotWellIsNoSuccess() throws Exception {
        Result result = script.with("SUPABASE_PUBLISHABLE_KEY", "sb_publishable_of_another_project")
                .run("--lead", "ada@example.org");

        assertStopped(result, "health", "The project is deployed and not well", "reward-desk doctor");
        assertThat(result.err()).contains("The function upload answers 401: The apikey is not one of");
        assertThat(result.calls()).endsWith("functions deploy rft-checkpoints --use-api --remote --yes");
    }

    @Test
    void aProjectWithoutAPublishableKeyIsToldSo() throws Exception {
        Result result =
                script.write("keys", "[{\"api_key\": \"sb_secret_hidden\"}]").run();

        assertStopped(result, "health", "The project has no publishable key", "SUPABASE_PUBLISHABLE_KEY");
        assertThat(result.said()).doesNotContain("sb_secret_hidden");
    }

    @Test
    void anAccountThatIsNotThereIsNoLead() throws Exception {
        Result result =
                script.failingAt("db query", "No account has the address").run("--lead", "ada@example.org");

        assertStopped(result, "lead", "ada@example.org was not made a lead", "Invite");
    }

    @Test
    void anInterruptionEndsWhatRunsAndLeavesNothing() throws Exception {
        Result result = script.with("JWT_SECRET", SECRET).interruptedAt("secrets set");

        assertThat(result.status()).as(result.said()).isEqualTo(143);
        assertThat(result.out()).containsPattern("INTERRUPTED +secrets");
        assertThat(result.err()).contains("Nothing after this was done");
        assertThat(result.calls().getLast()).startsWith("secrets set");
        assertThat(script.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--token sb_secret_x",
                "--project ../other",
                "--lead o'x@example.org",
                "--url http://example.org",
                "--lead"
            })
    void whatIsNotUnderstoodIsRefusedBeforeAnything(String arguments) throws Exception {
        Result result = script.run(arguments.split(" "));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("Try supabase/deploy.sh --help.").doesNotContain("sb_secret_x");
        assertThat(result.calls()).isEmpty();
    }

    private static void assertStopped(Result result, String step, String what, String todo) {
        assertThat(result.status()).as(result.said()).isEqualTo(1);
        assertThat(result.out()).containsPattern("FAILED +" + step + " ");
        assertThat(result.err()).contains(what).contains(todo).contains("Nothing after this was done.");
    }

    private static Path tool(String name) {
        return List.of("/bin/", "/usr/bin/").stream()
                .map(folder -> Path.of(folder + name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
