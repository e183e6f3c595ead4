package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LifeCycleTest {

    @Test
    void whatWasSavedIsThereAfterClosingAndOpening() {
        Path workspace = TestBackend.emptyWorkspace();
        String id;
        String ownersToken;
        try (EmbeddedBackend first = open(workspace)) {
            id = Responses.create(service(first), "kept");
            ownersToken = token(first);
        }
        try (TestBackend second = TestBackend.on(workspace, BackendOptions.defaults())) {
            assertThat(second.service()
                            .get("/functions/v1/rft-responses")
                            .ok()
                            .at("/data/0/id")
                            .asText())
                    .isEqualTo(id);
            // A token outlives the port that it was issued on.
            assertThat(new TestApi(second.url(), second.backend().access().publishableKey(), ownersToken)
                            .get("/auth/v1/user")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aKilledProcessLosesNothingThatWasAcknowledged() throws IOException {
        Path workspace = TestBackend.emptyWorkspace();
        ChildBackend child = ChildBackend.open(workspace);
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        List<Thread> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            writers.add(Thread.ofVirtual().start(() -> writeUntilItDies(child, acknowledged)));
        }
        awaitSize(acknowledged, 40);
        child.kill();
        writers.forEach(LifeCycleTest::join);
        long orphan = postmaster(workspace);
        assertThat(ProcessHandle.of(orphan))
                .as("the server outlives its killed parent")
                .isPresent();

        try (TestBackend again = TestBackend.on(workspace, BackendOptions.defaults())) {
            assertThat(postmaster(workspace))
                    .as("the orphan was stopped, not used")
                    .isNotEqualTo(orphan);
            JsonNode rows = again.service()
                    .get("/functions/v1/rft-responses?limit=1000")
                    .ok()
                    .get("data");
            List<String> found = new ArrayList<>();
            rows.forEach(row -> found.add(row.get("id").asText()));
            assertThat(found).containsAll(acknowledged);
        }
    }

    @Test
    void aServerThatDiesIsStartedAgainAndNothingAcknowledgedIsLost() throws IOException {
        try (TestBackend backend = TestBackend.fresh()) {
            String before = Responses.create(backend.service(), "before");
            ProcessHandle.of(postmaster(backend.workspace())).orElseThrow().destroyForcibly();

            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            TestApi.Answer answer = backend.service().get("/functions/v1/rft-responses");
            while (answer.status() != 200) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(503);
                assertThat(System.nanoTime()).as(answer.text()).isLessThan(deadline);
                answer = backend.service().get("/functions/v1/rft-responses");
            }
            assertThat(answer.json().at("/data/0/id").asText()).isEqualTo(before);
        }
    }

    @Test
    void aProcessNumberThatSomebodyElseHasNowStopsNobody() throws IOException {
        Path workspace = TestBackend.emptyWorkspace();
        Path data = workspace.resolve("postgres");
        // As after a power failure: the file is left, and the number in it went to another process of this user.
        Files.writeString(
                data.resolve("postmaster.pid"),
                "%d\n%s\n1795300000\n50000\n\n127.0.0.1\n  1234567         0\nready   \n"
                        .formatted(ProcessHandle.current().pid(), data));

        try (TestBackend backend = TestBackend.on(workspace, BackendOptions.defaults())) {
            assertThat(Responses.count(backend.service())).isZero();
        }
    }

    @Test
    void aSecondProcessJoinsTheRunningBackend() {
        try (TestBackend first = TestBackend.fresh();
                ChildBackend second = ChildBackend.open(first.workspace())) {
            assertThat(second.outcome()).isEqualTo("joined");
            assertThat(second.url()).isEqualTo(first.url());
            Responses.create(second.service(), "from the second process");
            assertThat(Responses.count(first.service())).isEqualTo(1);
        }
    }

    @Test
    void theSameProcessJoinsItself() {
        try (TestBackend first = TestBackend.fresh()) {
            Opening second = EmbeddedBackend.open(first.workspace(), BackendOptions.defaults());

            assertThat(second)
                    .isEqualTo(new Opening.AlreadyRunning(
                            first.backend().access(), ProcessHandle.current().pid()));
            // Looking must not have dropped the lock.
            try (ChildBackend third = ChildBackend.open(first.workspace())) {
                assertThat(third.outcome()).isEqualTo("joined");
            }
        }
    }

    @Test
    void aLockThatIsHeldWhileNobodyAnswersIsOneClearLine(@TempDir Path workspace) {
        assertThatThrownBy(() -> Joining.theOneThatRuns(workspace, Duration.ofMillis(200)))
                .isInstanceOf(BackendUnavailable.class)
                .hasMessageContaining("open and does not answer")
                .hasMessageContaining(workspace.toString());
    }

    @Test
    void aProgramThatTookAFormerPortIsNotTrusted(@TempDir Path workspace) throws IOException {
        TestBackend other = TestBackend.shared();
        // Names a server that answers, but that did not write the file.
        RunningBackend.here(other.url(), "what the former process knew").announce(workspace);

        assertThat(RunningBackend.of(workspace)).isEmpty();
    }

    @Test
    void aPortInUseIsOneClearLineAndLeavesTheWorkspaceFree() throws IOException {
        Path workspace = TestBackend.emptyWorkspace();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedBackend.open(workspace, new BackendOptions(taken.getLocalPort(), false)))
                    .isInstanceOf(BackendUnavailable.class)
                    .hasMessage(
                            "Port %d is in use by another program. Nothing was changed. Choose another port, or none to take a free one.",
                            taken.getLocalPort());
        }
        TestBackend.on(workspace, BackendOptions.defaults()).close();
    }

    @Test
    void aChosenPortIsTheOneListenedOn() throws IOException {
        int port;
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = probe.getLocalPort();
        }
        try (TestBackend backend = TestBackend.on(TestBackend.emptyWorkspace(), new BackendOptions(port, false))) {
            assertThat(backend.url()).isEqualTo(URI.create("http://127.0.0.1:" + port));
        }
    }

    @Test
    void closingLetsARequestUnderWayEnd() throws SQLException, ExecutionException, InterruptedException {
        Path workspace = TestBackend.emptyWorkspace();
        try (TestBackend backend = TestBackend.on(workspace, BackendOptions.defaults());
                Connection owner = backend.ownerConnection();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table public.responses");
            CompletableFuture<String> request =
                    CompletableFuture.supplyAsync(() -> Responses.create(backend.service(), "under way"));
            awaitOneWaiting(statement);
            CompletableFuture<Void> closing =
                    CompletableFuture.runAsync(() -> backend.backend().close());
            awaitRefusedConnections(backend.url());
            owner.commit();

            assertThat(request.get()).isNotEmpty();
            closing.get();
        }
    }

    @Test
    void aWorkspaceOfANewerProgramIsLeftAlone() throws SQLException {
        Path workspace = TestBackend.emptyWorkspace();
        try (EmbeddedBackend newer = open(workspace);
                Connection owner = DriverManager.getConnection(
                        "jdbc:" + newer.databaseUrl().orElseThrow().replaceAll("//.*@", "//"),
                        "reward_desk_owner",
                        TestBackend.secretsOf(workspace).databaseOwnerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into reward_desk_migrations.flyway_schema_history
                      (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    values (9999, '29990101000000', 'from the future', 'SQL', '29990101000000_future.sql', 'x', 1, true)
                    """);
            statement.execute("comment on schema reward_desk_migrations is 'another'");
        }

        assertThatThrownBy(() -> EmbeddedBackend.open(workspace, BackendOptions.defaults()))
                .isInstanceOf(BackendUnavailable.class)
                .hasMessageContaining("another version of Reward Desk")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void aFolderWithAnyNameIsAWorkspace(@TempDir Path parent) throws IOException {
        Path workspace = parent.resolve("Ann's \"work\" $(x) `y` äöü 世界");
        try (TestBackend backend = TestBackend.on(workspace, BackendOptions.defaults())) {
            assertThat(Responses.count(backend.service())).isZero();
        }
    }

    @Test
    void aDamagedDatabaseIsOneClearLineAndStaysAsItIs() throws IOException {
        Path workspace = TestBackend.emptyWorkspace();
        Path control = workspace.resolve("postgres/global/pg_control");
        byte[] broken = new byte[8192];
        Files.write(control, broken);

        assertThatThrownBy(() -> EmbeddedBackend.open(workspace, BackendOptions.defaults()))
                .isInstanceOf(BackendUnavailable.class)
                .hasMessageContaining("does not start")
                .hasMessageContaining("Its files were left as they are");
        assertThat(Files.readAllBytes(control)).isEqualTo(broken);
    }

    @Test
    void missingOrDamagedSecretsAreOneClearLine() throws IOException {
        Path workspace = TestBackend.emptyWorkspace();
        Path secrets = workspace.resolve("secrets.json");
        Files.writeString(secrets, "{\"publishableKey\":\"sb_");
        assertThatThrownBy(() -> EmbeddedBackend.open(workspace, BackendOptions.defaults()))
                .isInstanceOf(BackendUnavailable.class)
                .hasMessageContaining("secrets.json is damaged");

        Files.delete(secrets);
        assertThatThrownBy(() -> EmbeddedBackend.open(workspace, BackendOptions.defaults()))
                .isInstanceOf(BackendUnavailable.class)
                .hasMessageContaining("secrets.json is missing");
    }

    @Test
    void secretsAreReadableByTheirOwnerAlone() throws IOException {
        TestBackend backend = TestBackend.shared();

        for (String name : List.of("secrets.json", "backend.json")) {
            assertThat(Files.getPosixFilePermissions(backend.workspace().resolve(name)))
                    .as(name)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(backend.backend().access().toString()).doesNotContain("sb_secret", "sb_publishable");
        assertThat(backend.secrets().toString()).doesNotContain("sb_secret");
    }

    @Test
    void filesWithoutARowAreSweptAndOthersStay() throws IOException {
        Path workspace = TestBackend.emptyWorkspace();
        String hash = "ab" + "0".repeat(62);
        Path stray = Files.createDirectories(workspace.resolve("files/ab")).resolve(hash);
        Path unfinished =
                Files.createDirectories(workspace.resolve("files/incoming")).resolve("file-1");
        Files.writeString(unfinished, "half");
        try (EmbeddedBackend first = open(workspace)) {
            service(first)
                    .upload("a.png", "image/png", Pictures.png(8, 8), Map.of())
                    .ok();
        }
        Files.writeString(stray, "nobody's");
        try (EmbeddedBackend second = open(workspace)) {
            // Closing waits for the sweep.
            assertThat(second.access()).isNotNull();
        }

        assertThat(stray).doesNotExist();
        assertThat(unfinished).doesNotExist();
        try (var files = Files.walk(workspace.resolve("files"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    private static void awaitOneWaiting(Statement statement) throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try (ResultSet row = statement.executeQuery("select count(*) from pg_locks where not granted")) {
                row.next();
                if (row.getInt(1) > 0) {
                    return;
                }
            }
            assertThat(System.nanoTime()).as("the request came to the lock").isLessThan(deadline);
        }
    }

    private static void awaitRefusedConnections(URI url) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                assertThat(System.nanoTime()).as("still listening: %s", socket).isLessThan(deadline);
            } catch (IOException refused) {
                return;
            }
        }
    }

    private static EmbeddedBackend open(Path workspace) {
        return switch (EmbeddedBackend.open(workspace, new BackendOptions(0, true))) {
            case Opening.Opened opened -> opened.backend();
            case Opening.AlreadyRunning running -> throw new AssertionError("already open: " + running);
        };
    }

    private static TestApi service(EmbeddedBackend backend) {
        BackendAccess access = backend.access();
        return new TestApi(access.url(), access.secretKey(), access.secretKey());
    }

    private static String token(EmbeddedBackend backend) {
        BackendAccess access = backend.access();
        return new TestApi(access.url(), access.publishableKey(), null)
                .post(
                        "/auth/v1/token?grant_type=password",
                        TestApi.json(Map.of("email", access.ownerEmail(), "password", access.ownerPassword())))
                .ok()
                .get("access_token")
                .asText();
    }

    private static void writeUntilItDies(ChildBackend child, List<String> acknowledged) {
        try {
            while (true) {
                acknowledged.add(Responses.create(child.service(), "written"));
            }
        } catch (UncheckedIOException | AssertionError dead) {
            // The end that was waited for.
        }
    }

    private static void awaitSize(List<String> list, int size) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (list.size() < size) {
            assertThat(System.nanoTime())
                    .as("%d of %d writes in a minute", list.size(), size)
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static long postmaster(Path workspace) throws IOException {
        return Long.parseLong(
                Files.readAllLines(workspace.resolve("postgres/postmaster.pid")).getFirst());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
