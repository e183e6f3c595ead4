package dev.rewarddesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.vault.SealedFile;
import dev.rewarddesk.settings.vault.VaultKey;
import dev.rewarddesk.supabase.Session;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to a kept session, at a real workspace and between real processes. */
final class SessionMatrixTest {

    @TempDir
    private Path folder;

    private TestBackend backend;
    private BackendAccess access;

    @BeforeEach
    void start() {
        backend = TestBackend.fresh();
        backend.annotator("ada");
        access = backend.backend().access();
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void aKeptSessionIsTakenUpAndRenewedWhenItHasExpired() {
        Session first = signIn();
        age(first, Duration.ofMinutes(-5));

        works();

        Session renewed = kept();
        assertThat(renewed.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(renewed.expiresAt()).isAfter(Instant.now());
    }

    @Test
    void aClockThatIsOffByMinutesChangesNothing() {
        Session first = signIn();
        // Ahead: renewed although there is no need. Behind: used as if good, refused, and renewed then.
        age(first, Duration.ofSeconds(-1));
        works();
        Session second = kept();
        store().save(new Session(
                second.userId(),
                second.email(),
                "ended.long.ago",
                second.refreshToken(),
                Instant.now().plusSeconds(600)));
        works();
        assertThat(kept().refreshToken()).isNotEqualTo(second.refreshToken());
    }

    @Test
    void anotherProcessRenewsAndThisOneGoesOnWithIt() throws Exception {
        Session first = signIn();
        try (SupabaseClient here = client()) {
            AccountService account = new AccountService(here);
            account.workspace();
            age(first, Duration.ofMinutes(-5));
            assertThat(other(1)).isZero();
            Session theirs = kept();
            assertThat(theirs.refreshToken()).isNotEqualTo(first.refreshToken());
            // Beyond what the workspace forgives: another use of the first token would end the session.
            forgetGrace();

            // What this process has in memory is refused now.
            here.functions();
            account.workspace();
            assertThat(kept()).isEqualTo(theirs);
        }
    }

    @Test
    void processesThatFindItExpiredAtOnceRenewItOnce() throws Exception {
        age(signIn(), Duration.ofMinutes(-5));

        assertThat(other(4)).isZero();

        try (Connection connection = backend.authConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from auth.refresh_tokens where parent_id is not null")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
        works();
    }

    @Test
    void aTokenThatWasUsedElsewhereEndsTheSessionAndSaysSo() throws Exception {
        Session first = signIn();
        age(first, Duration.ofMinutes(-5));
        works();
        Session second = kept();
        age(second, Duration.ofMinutes(-5));
        works();
        forgetGrace();
        // An old copy comes back, as from a backup.
        age(first, Duration.ofMinutes(-5));

        ended("refresh_token_already_used", "change your password");
        assertThat(store().load()).isEmpty();

        signIn();
        works();
    }

    @Test
    void aBannedPersonIsToldSo() throws Exception {
        age(signIn(), Duration.ofMinutes(-5));
        change("update auth.users set banned_until = now() + interval '1 day' where email = 'ada@example.org'");

        ended("user_banned", "locked");
    }

    @Test
    void aDeletedPersonIsToldSo() throws Exception {
        age(signIn(), Duration.ofMinutes(-5));
        change("delete from auth.users where email = 'ada@example.org'");

        ended("refresh_token_not_found", "sign in again");
    }

    @Test
    void aNetworkThatIsGoneDuringARenewalKeepsTheSession() {
        Session first = signIn();
        age(first, Duration.ofMinutes(-5));
        try (SupabaseClient nowhere = SupabaseClient.forPerson(
                new WorkspaceAddress(URI.create("http://127.0.0.1:1"), access.publishableKey()), store())) {
            assertThatExceptionOfType(ServiceFailure.Offline.class)
                    .isThrownBy(() -> new AccountService(nowhere).workspace());
        }
        assertThat(kept().refreshToken()).isEqualTo(first.refreshToken());

        works();
    }

    @Test
    void nothingOfTheTokensIsReadableOnTheDisk() throws IOException {
        Session session = signIn();
        for (Path file : List.of(folder.resolve("session"), folder.resolve("vault.key"))) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(content).doesNotContain(session.refreshToken(), session.accessToken());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(session.toString()).doesNotContain(session.accessToken(), session.refreshToken());
    }

    @Test
    void aDamagedOrForeignFileIsAsGoodAsNone() throws IOException {
        signIn();
        byte[] sealed = Files.readAllBytes(folder.resolve("session"));
        sealed[sealed.length - 1] ^= 1;
        Files.write(folder.resolve("session"), sealed);
        assertThat(store().load()).isEmpty();
        Files.write(folder.resolve("session"), new byte[] {1, 2, 3});
        assertThat(store().load()).isEmpty();
    }

    /** Another process with the same session: asks the workspace once. */
    public static final class Other {
        private Other() {}

        public static void main(String[] arguments) {
            KeptSession store = store(Path.of(arguments[0]));
            try (SupabaseClient client =
                    SupabaseClient.forPerson(WorkspaceAddress.of(arguments[1], arguments[2]), store)) {
                new AccountService(client).workspace();
            }
        }
    }

    private int other(int processes) throws IOException, InterruptedException {
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            all.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-classpath",
                            System.getProperty("java.class.path"),
                            Other.class.getName(),
                            folder.toString(),
                            access.url().toString(),
                            access.publishableKey())
                    .inheritIO()
                    .start());
        }
        int failed = 0;
        for (Process each : all) {
            if (!each.waitFor(60, TimeUnit.SECONDS)) {
                each.destroyForcibly();
                failed++;
            } else if (each.exitValue() != 0) {
                failed++;
            }
        }
        return failed;
    }

    private Session signIn() {
        try (SupabaseClient client = client()) {
            client.signIn("ada@example.org", "password of ada");
        }
        return kept();
    }

    private void works() {
        try (SupabaseClient client = client()) {
            assertThat(new AccountService(client).workspace().me().displayName())
                    .isEqualTo("ada");
        }
    }

    private void ended(String code, String words) {
        try (SupabaseClient client = client()) {
            AccountService account = new AccountService(client);
            assertThatExceptionOfType(ServiceFailure.SignedOut.class)
                    .isThrownBy(account::workspace)
                    .withMessageContaining(words)
                    .withMessageContaining("kept on this machine")
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
            // Told the same when asked again.
            assertThatExceptionOfType(ServiceFailure.SignedOut.class)
                    .isThrownBy(account::workspace)
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
        }
    }

    private void age(Session session, Duration left) {
        store().save(new Session(
                session.userId(),
                session.email(),
                session.accessToken(),
                session.refreshToken(),
                Instant.now().plus(left)));
    }

    private void forgetGrace() throws SQLException {
        change("update auth.refresh_tokens set used_at = used_at - interval '1 hour' where revoked");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = backend.authConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private SupabaseClient client() {
        return SupabaseClient.forPerson(new WorkspaceAddress(access.url(), access.publishableKey()), store());
    }

    private Session kept() {
        return store().load().orElseThrow();
    }

    private KeptSession store() {
        return store(folder);
    }

    private static KeptSession store(Path folder) {
        return new KeptSession(new SealedFile(
                folder.resolve("session"), "test", new VaultKey(new NoKeychain(), folder.resolve("vault.key"))));
    }
}
