package dev.rewarddesk.supabase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.time.Duration;

/** Asks a workspace how it is, with its publishable key and nobody signed in. */
public final class ProjectProbe implements AutoCloseable {

    private static final Transport.Timeouts PATIENCE =
            new Transport.Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(30));

    private final Transport transport;

    public ProjectProbe(WorkspaceAddress address) {
        this.transport = new Transport(() -> address, PATIENCE);
    }

    /**
     * What it said.
     *
     * @param document missing where it was no JSON
     */
    public record Told(int status, JsonNode document) {

        /** What the failure says for people, in the contract's form or a gateway's; empty for none. */
        public String sentence() {
            return document.path("error").asText(document.path("message").asText(""));
        }
    }

    /**
     * Reads what is at a path, whatever the status.
     *
     * @throws ServiceFailure.Offline when nothing answers; its cause says why
     */
    public Told get(String path) {
        HttpAnswer answer = transport.send(Call.get(path), transport.apiKey());
        try {
            return new Told(
                    answer.status(), WireJson.MAPPER.readTree(answer.body().toByteArray()));
        } catch (IOException noJson) {
            return new Told(answer.status(), MissingNode.getInstance());
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
