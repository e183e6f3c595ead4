package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program.Result;
import dev.rewarddesk.cli.Program.Running;
import dev.rewarddesk.collect.TestImages;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary;

    private Program program;

    @BeforeEach
    void start() throws IOException {
        program = new Program(temporary.resolve("home"));
        Files.move(TestBackend.emptyWorkspace(), program.home());
    }

    @Test
    void anImportIsSummedUpAndItsBadLinesReported() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("data"));
        TestImages.folder(folder, 2, 2);
        Files.writeString(folder.resolve("responses.jsonl"), "{broken\n", StandardOpenOption.APPEND);

        Result first = program.run("import", folder.toString());
        Result second = program.run("import", "--json", folder.toString());

        assertThat(first.status()).isEqualTo(1);
        assertThat(first.out())
                .isEqualTo("New: 2 images, 4 responses, 0 checkpoints. There already: 0. Not imported: 1.\n");
        assertThat(first.err())
                .startsWith("responses.jsonl:5: not valid JSON at column 2: ")
                .hasLineCount(1);
        JsonNode summary = JSON.readTree(second.out());
        assertThat(summary.get("responses").asInt()).isZero();
        assertThat(summary.get("known").asInt()).isEqualTo(4);
        assertThat(summary.get("problems").get(0).get("line").asInt()).isEqualTo(5);
    }

    @Test
    void checkpointsAreRecordedActivatedAndRolledBack() throws Exception {
        try (Running server = program.started("serve", "--json")) {
            server.firstLine();
            assertThat(program.run("checkpoints", "create", "v1", "--storage-key", "k1")
                            .status())
                    .isZero();
            assertThat(program.run("checkpoints", "create", "v2", "--storage-key", "k2", "--epoch", "4")
                            .status())
                    .isZero();
            assertThat(program.run("checkpoints", "activate", "v1", "--if-active", "none", "--reason", "first")
                            .out())
                    .isEqualTo("v1 is active now.\n");
            Result stale = program.run("checkpoints", "activate", "v2", "--if-active", "v2", "--reason", "r");
            assertThat(stale.status()).isEqualTo(1);
            assertThat(stale.err()).contains("From v1 to v2.").contains("the active checkpoint is now v1");
            program.run("checkpoints", "activate", "v2", "--reason", "better");
            JsonNode active = JSON.readTree(
                    program.run("checkpoints", "rollback", "--json").out());
            assertThat(active.get("version").asText()).isEqualTo("v1");
            assertThat(program.run("checkpoints", "list").out())
                    .contains("*  v1")
                    .contains("   v2");
            JsonNode history = JSON.readTree(
                    program.run("checkpoints", "history", "--json").out());
            assertThat(history).hasSize(3);
            assertThat(history.get(0).get("kind").asText()).isEqualTo("rollback");
            assertThat(program.run("checkpoints", "activate", "v9", "--reason", "r")
                            .err())
                    .contains("There is no checkpoint v9");
            assertThat(program.run("checkpoints", "activate", "v2").status())
                    .as("without a reason")
                    .isEqualTo(2);
            assertThat(program.run("checkpoints", "compare", "v2").out()).contains("v2 minus v1: -");
            assertThat(JSON.readTree(program.run("checkpoints", "evidence", "v1", "--json")
                                    .out())
                            .at("/summary/rewards")
                            .asInt())
                    .isZero();
            JsonNode later = JSON.readTree(program.run(
                            "checkpoints", "activate", "v2", "--reason", "r", "--at", "2126-01-01T00:00:00Z", "--json")
                    .out());
            String id = later.get("id").asText();
            assertThat(program.run("checkpoints", "scheduled", "--cancel", id).status())
                    .isZero();
            assertThat(program.run("checkpoints", "scheduled").out()).contains("cancelled");
        }
    }

    @Test
    void serveSaysHowToReachItAndEndsCleanly() throws Exception {
        try (Running server = program.started("serve", "--json", "--expose-database")) {
            JsonNode access = JSON.readTree(server.firstLine());
            assertThat(access.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "url", "publishableKey", "secretKey", "ownerEmail", "ownerPassword", "databaseUrl");
            assertThat(status(access)).isEqualTo(200);

            Result second = program.run("serve");
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.err())
                    .contains("is open in process " + server.process().pid())
                    .hasLineCount(1);
            assertThat(program.run("doctor").out()).contains("is open in another process and answers");

            server.process().destroy();
            Result ended = server.result();
            assertThat(ended.err()).isEmpty();
            assertThat(ended.status()).isZero();
            String secret = access.get("secretKey").asText();
            try (Stream<Path> logs = Files.list(program.home().resolve("logs"))) {
                assertThat(logs)
                        .isNotEmpty()
                        .allSatisfy(log -> assertThat(Files.readString(log))
                                .doesNotContain(
                                        secret, access.get("ownerPassword").asText()));
            }
        }
        assertThat(program.home().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void theLogTellsWhatHappenedAndNoStacksOfOthers() throws Exception {
        try (Running server = program.started("serve", "--json")) {
            JsonNode access = JSON.readTree(server.firstLine());
            long postgres = Long.parseLong(Files.readAllLines(program.home().resolve("postgres/postmaster.pid"))
                    .getFirst()
                    .strip());
            assertThat(status(access)).isEqualTo(200);

            assertThat(ProcessHandle.of(postgres).orElseThrow().destroyForcibly())
                    .isTrue();
            for (int code = 0; code != 200; code = status(access)) {
                assertThat(code).isIn(0, 503);
            }
            server.process().destroy();
            server.result();
            try (Stream<Path> logs = Files.list(program.home().resolve("logs"))) {
                assertThat(logs)
                        .singleElement()
                        .satisfies(log -> assertThat(Files.readString(log))
                                .contains("has ended by itself and is started again")
                                .doesNotContain("\tat ", "hikari", "zonky"));
            }
        }
    }

    @Test
    void aWorkspaceThatIsMadeIsClosedToOthers() throws Exception {
        Path made = temporary.resolve("made");

        assertThat(program.run("checkpoints", "--workspace", made.toString()).status())
                .isZero();

        for (Path folder : new Path[] {made, made.resolve("logs")}) {
            assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void serveForPeopleShowsNoSecret() throws Exception {
        try (Running server = program.started("serve")) {
            server.firstLine();
            String secret = JSON.readTree(program.home().resolve("secrets.json").toFile())
                    .path("secretKey")
                    .asText("sb_secret_");

            server.process().destroy();

            assertThat(server.result().out()).contains("http://127.0.0.1:").doesNotContain(secret, "sb_secret_");
        }
    }

    @Test
    void theDoctorFindsAMachineWell() throws Exception {
        Result result = program.run("doctor", "--json");

        JsonNode findings = JSON.readTree(result.out());
        assertThat(result.status()).isZero();
        assertThat(findings.get("ok").asBoolean()).isTrue();
        assertThat(findings.get("findings").findValuesAsText("check"))
                .containsExactly("java", "display", "folder", "space", "images", "workspace");
        assertThat(findings.get("findings").get(5).get("says").asText()).contains("opens and answers", "lead");
    }

    @Test
    void theDoctorSaysWhatIsWrong() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");

        Result result = program.run("doctor", "--workspace", file.toString());

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("wrong").contains("is a file");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void theDoctorMakesNoWorkspaceWhereThereIsNone() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("pictures"));

        Result result = program.run("doctor", "--workspace", folder.toString());

        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("There is none yet");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDamagedWorkspaceEndsInASentence() throws Exception {
        Files.writeString(program.home().resolve("secrets.json"), "{");

        Result result = program.run("checkpoints");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("secrets.json is damaged", "Restore the file from a backup")
                .doesNotContain("Exception", "\tat ", "Free some space");
    }

    private static int status(JsonNode access) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(access.get("url").asText() + "/functions/v1/rft-responses"))
                    .header("apikey", access.get("secretKey").asText())
                    .header("Authorization", "Bearer " + access.get("secretKey").asText())
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
