package dev.rewarddesk.supabase;

import dev.rewarddesk.supabase.Transport.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A server that answers what it is told to, and the clients that talk to it. */
public final class PretendWorkspace implements AutoCloseable {

    public static final String KEY = "sb_publishable_pretend0123456789";
    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    static final UUID PERSON = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(20));

    private final MockWebServer server = new MockWebServer();

    public PretendWorkspace() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    public WorkspaceAddress address() {
        return WorkspaceAddress.of("http://127.0.0.1:" + server.getPort(), KEY);
    }

    /** A client for somebody whose token is good for another hour. */
    public SupabaseClient signedIn() {
        return person(new InMemorySessionStore(session("access-1", NOW.plusSeconds(3600))), NOW);
    }

    SupabaseClient person(SessionStore store, Instant now) {
        return person(store, InstantSource.fixed(now));
    }

    SupabaseClient person(SessionStore store, InstantSource clock) {
        return SupabaseClient.forPerson(this::address, store, SHORT, clock);
    }

    static Session session(String accessToken, Instant expiresAt) {
        return new Session(PERSON, "ada@example.org", accessToken, "refresh-of-" + accessToken, expiresAt);
    }

    public MockWebServer server() {
        return server;
    }

    public void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    public void answerSession(String accessToken) {
        answer(200, """
                {"access_token":"%s","token_type":"bearer","expires_in":3600,"refresh_token":"refresh-of-%s",
                 "user":{"id":"%s","email":"ada@example.org","aud":"authenticated"}}""".formatted(accessToken, accessToken, PERSON));
    }

    public RecordedRequest taken() throws InterruptedException {
        RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("No request came");
        }
        return request;
    }

    int requests() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }
}
