package dev.rewarddesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.cli.ServedAccess;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.mcp.McpDesk;
import dev.rewarddesk.mcp.McpHttp;
import dev.rewarddesk.mcp.Permissions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A token lets its holder in for as long as the workspace takes it, and no longer. */
@Timeout(120)
final class TokenHoldersTest {

    private static final String MEMBERS = "/functions/v1/rft-responses/members";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final TestBackend backend = TestBackend.fresh();
    private TokenHolders holders;
    private McpHttp server;

    @BeforeEach
    void start() {
        holders = new TokenHolders(
                folder,
                new ServedAccess(
                        backend.url(),
                        backend.backend().access().publishableKey(),
                        backend.backend().access().secretKey(),
                        "",
                        "",
                        Optional.empty()));
        CollectSettings usual = CollectSettings.of(List.of());
        server = new McpDesk(new Permissions(usual, usual.bounds(), List.of(), Optional::empty), "1").serve(holders, 0);
    }

    @AfterEach
    void end() {
        server.close();
        holders.close();
        backend.close();
    }

    @Test
    void aMemberIsLetInUntilTheMembershipIsRevoked() throws Exception {
        TestApi person = backend.annotator("ada");
        String token = Objects.requireNonNull(person.token());
        String id = person.get("/functions/v1/rft-responses/workspace")
                .ok()
                .at("/data/me/user_id")
                .asText();
        HttpResponse<String> begun = post(token, "", """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
                "clientInfo":{"name":"raw","version":"0"}}}""");
        String session = begun.headers().firstValue("Mcp-Session-Id").orElseThrow();
        assertThat(ping(token, session).statusCode()).isEqualTo(200);

        change(id, true);

        HttpResponse<String> refused = ping(token, session);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(refused.body()).contains("token").doesNotContain("Exception", "java.");

        change(id, false);
        assertThat(ping(token, session).statusCode()).isEqualTo(200);
    }

    @Test
    void whereTheWorkspaceIsAwayNobodyIsCalledAStranger() throws Exception {
        String token = Objects.requireNonNull(backend.annotator("ada").token());
        assertThat(holders.by(token)).isPresent();

        backend.close();

        assertThat(ping(token, "any").statusCode()).isEqualTo(503);
    }

    private void change(String id, boolean revoked) {
        backend.owner()
                .put(MEMBERS + "?id=" + id, "{\"revoked\":%b}".formatted(revoked))
                .ok();
    }

    private HttpResponse<String> ping(String token, String session) throws IOException, InterruptedException {
        return post(token, session, "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"ping\"}");
    }

    private HttpResponse<String> post(String token, String session, String message)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(message));
        if (!session.isEmpty()) {
            request.header("Mcp-Session-Id", session);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
