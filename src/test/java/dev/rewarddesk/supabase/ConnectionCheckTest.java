package dev.rewarddesk.supabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConnectionCheckTest {

    private static final String SETTINGS =
            "{\"external\":{\"email\":true,\"phone\":false,\"google\":true,\"github\":true},\"saml_enabled\":true}";

    private PretendWorkspace workspace;

    @BeforeEach
    void start() throws IOException {
        workspace = new PretendWorkspace();
    }

    @AfterEach
    void stop() {
        workspace.close();
    }

    @Test
    void aRealWorkspaceIsFound() {
        BackendAccess access = TestBackend.shared().backend().access();

        SignInWays ways =
                ConnectionCheck.check(ConnectionCheck.read(access.url() + "/", " " + access.publishableKey() + "\n"));

        assertThat(ways.password()).isTrue();
        assertThat(ways.providers()).isEmpty();
    }

    @Test
    void theWaysInAreRead() {
        workspace.answer(200, SETTINGS);
        workspace.answer(401, "{\"success\":false,\"error\":\"Sign in first.\",\"code\":\"no_authorization\"}");

        SignInWays ways = ConnectionCheck.check(workspace.address());

        assertThat(ways.providers()).containsExactly("github", "google");
        assertThat(ways.singleSignOn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            '',                          sb_publishable_x, invalid_url,        url
            not a url,                   sb_publishable_x, invalid_url,        url
            ftp://example.org,           sb_publishable_x, invalid_url,        url
            http://example.org,          sb_publishable_x, invalid_url,        url
            https://me:pw@example.org,   sb_publishable_x, invalid_url,        url
            https://example.org,         '',               no_key,             api_key
            https://example.org,         sb_secret_x,      secret_key,         api_key
            https://example.org,         something,        no_publishable_key, api_key
            """)
    void whatCannotBeRightIsSaidBeforeAnythingIsSent(String url, String key, String code, String field) {
        assertThatExceptionOfType(ServiceFailure.Invalid.class)
                .isThrownBy(() -> ConnectionCheck.read(url, key))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(code);
                    assertThat(failure.field()).isEqualTo(field);
                });
    }

    @Test
    void aUrlWithoutItsSchemeIsMeantToBeSecure() {
        assertThat(ConnectionCheck.read("abcd.supabase.co", "sb_publishable_x").url())
                .isEqualTo(URI.create("https://abcd.supabase.co"));
    }

    @Test
    void olderKeysAreToldApartByWhatTheySayOfThemselves() {
        assertThat(ConnectionCheck.read("https://example.org", legacy("anon")).apiKey())
                .isEqualTo(legacy("anon"));
        assertThatExceptionOfType(ServiceFailure.Invalid.class)
                .isThrownBy(() -> ConnectionCheck.read("https://example.org", legacy("service_role")))
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo("secret_key");
                    assertThat(failure.getMessage()).doesNotContain(legacy("service_role"));
                });
    }

    @Test
    void aWrongKeyIsToldFromAWrongPlace() {
        workspace.answer(401, "{\"message\":\"Invalid API key\"}");
        refused("wrong_key");
        workspace.answer(404, "<html>nothing</html>");
        refused("not_supabase");
        workspace.answer(200, "<html>hello</html>");
        refused("not_supabase");
        workspace.answer(302, "");
        refused("not_supabase");
        workspace.answer(540, "{}");
        refused("project_paused");
    }

    @Test
    void missingFunctionsAreSaid() {
        workspace.answer(200, SETTINGS);
        workspace.answer(404, "{\"code\":\"NOT_FOUND\",\"message\":\"Requested function was not found\"}");
        refused("functions_missing");
    }

    @Test
    void aDatabaseWithoutItsMigrationsIsSaid() {
        workspace.answer(200, SETTINGS);
        workspace.answer(503, "{\"success\":false,\"error\":\"The database is older.\",\"code\":\"not_migrated\"}");
        refused("not_migrated");
    }

    @Test
    void nobodyAnsweringIsSaid() {
        WorkspaceAddress address = workspace.address();
        workspace.close();

        assertThatExceptionOfType(ServiceFailure.Offline.class)
                .isThrownBy(() -> ConnectionCheck.check(address))
                .withMessageContaining("Nobody answers");
        assertThatExceptionOfType(ServiceFailure.Offline.class)
                .isThrownBy(() -> ConnectionCheck.check(
                        ConnectionCheck.read("https://no-such-host.invalid", "sb_publishable_x")));
    }

    @Test
    void troubleWithTlsIsSaid() throws IOException {
        // Plain HTTP where TLS is expected.
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerInPlain(plain));
            WorkspaceAddress secure =
                    WorkspaceAddress.of("https://127.0.0.1:" + plain.getLocalPort(), "sb_publishable_x");

            assertThatExceptionOfType(ServiceFailure.Offline.class)
                    .isThrownBy(() -> ConnectionCheck.check(secure))
                    .withMessageContaining("secure connection");
        }
    }

    // To everybody who comes, until it is closed.
    private static void answerInPlain(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                caller.getInputStream().read();
                caller.getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                caller.shutdownOutput();
                caller.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // The next one.
            }
        }
    }

    private void refused(String code) {
        assertThatExceptionOfType(ServiceFailure.class)
                .isThrownBy(() -> ConnectionCheck.check(workspace.address()))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }

    private static String legacy(String role) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String claims = base64.encodeToString(
                "{\"iss\":\"supabase\",\"role\":\"%s\"}".formatted(role).getBytes(StandardCharsets.UTF_8));
        return "eyJhbGciOiJIUzI1NiJ9." + claims + ".c2lnbmF0dXJl";
    }
}
