package dev.rewarddesk.supabase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.checkpoint.Subscription;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.NewCheckpoint;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

final class FollowingTest {

    private static final String FIRST = """
            {"id":"11111111-2222-3333-4444-555555555501","version":"v1","storage_key":"k","epoch":0,"avg_reward":0,\
            "is_active":true,"created_at":"2026-11-22T09:00:00Z"}""";
    private static final String SECOND = FIRST.replace("v1", "v2").replace("501", "502");

    private final BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();

    @Test
    void whoFollowsHearsWhatIsActiveAndWhatBecomesSo() throws InterruptedException {
        try (TestBackend backend = TestBackend.fresh();
                SupabaseClient owner = RealWorkspace.owner(backend)) {
            CheckpointService checkpoints = new CheckpointService(owner);
            Checkpoint one = checkpoints.create(new NewCheckpoint("one", "k", null, 0, 0));
            Checkpoint two = checkpoints.create(new NewCheckpoint("two", "k", null, 0, 0));
            try (Subscription _ = checkpoints.follow(this::hear, _ -> {})) {
                assertThat(next()).isEmpty();
                Checkpoint active = checkpoints.activate(one, Optional.empty(), "first", false);
                assertThat(next()).contains("one");
                checkpoints.activate(two, Optional.of(active), "second", false);
                assertThat(next()).contains("two");
            }
        }
    }

    @Test
    void aStreamThatBreaksIsMadeAgainFromWhereItWas() throws IOException, InterruptedException {
        try (PretendWorkspace pretend = new PretendWorkspace();
                SupabaseClient client = pretend.signedIn()) {
            pretend.server().enqueue(events("id: a\ndata: " + FIRST + "\n\n"));
            pretend.answer(500, "{}");
            pretend.server().enqueue(events("id: a\ndata: " + FIRST + "\n\nid: b\ndata: " + SECOND + "\n\n"));
            try (Subscription _ = new CheckpointService(client).follow(this::hear, _ -> {})) {
                assertThat(next()).contains("v1");
                assertThat(next()).contains("v2");
            }
            assertThat(pretend.taken().getHeaders().get("Last-Event-ID")).isEmpty();
            pretend.taken();
            assertThat(pretend.taken().getHeaders().get("Last-Event-ID")).isEqualTo("a");
        }
    }

    @Test
    void aWorkspaceWithoutAStreamIsAskedNowAndThen() throws IOException, InterruptedException {
        try (PretendWorkspace pretend = new PretendWorkspace();
                SupabaseClient client = pretend.signedIn()) {
            pretend.answer(404, "{\"success\":false,\"error\":\"No such thing\"}");
            pretend.answer(200, "{\"success\":true,\"data\":null,\"etag\":\"none\"}");
            pretend.answer(304, "");
            pretend.answer(200, "{\"success\":true,\"etag\":\"x\",\"data\":" + FIRST + "}");
            try (Subscription _ = new CheckpointService(client).follow(this::hear, _ -> {})) {
                assertThat(next()).isEmpty();
                assertThat(next()).contains("v1");
            }
            pretend.taken();
            pretend.taken();
            RecordedRequest again = pretend.taken();
            assertThat(again.getUrl().encodedPath()).endsWith("/rft-checkpoints/active");
            assertThat(again.getHeaders().get("If-None-Match")).isEqualTo("\"none\"");
        }
    }

    private void hear(Optional<Checkpoint> active) {
        heard.add(active.map(Checkpoint::version));
    }

    private Optional<String> next() throws InterruptedException {
        Optional<String> next = heard.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Nothing was heard");
        }
        return next;
    }

    private static MockResponse events(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "text/event-stream")
                .body(body)
                .build();
    }
}
