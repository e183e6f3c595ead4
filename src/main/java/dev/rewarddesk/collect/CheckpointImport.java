package dev.rewarddesk.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.collect.LineReader.Line;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.FunctionsApi;
import java.io.IOException;
import java.util.Optional;

/**
 * Imports {@code checkpoints.jsonl}. A checkpoint marked active becomes it only where none is: an import takes the decision
 * from nobody, and says so.
 */
final class CheckpointImport {

    static final String FILE = "checkpoints.jsonl";

    private final PatientCalls calls;
    private final Tally tally;

    CheckpointImport(PatientCalls calls, Tally tally) {
        this.calls = calls;
        this.tally = tally;
    }

    void run(LineReader lines) throws IOException {
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            try {
                create(line.get());
            } catch (BadLine bad) {
                tally.problem(FILE, line.get().number(), bad.reason());
            } catch (ServiceFailure.Invalid refused) {
                tally.problem(FILE, line.get().number(), refused.getMessage());
            }
            tally.lineDone();
        }
    }

    private void create(Line line) throws BadLine {
        String text = line.text();
        if (text == null) {
            throw new BadLine(line.problem());
        }
        if (text.isBlank()) {
            return;
        }
        JsonLine json = JsonLine.parse(text);
        json.text("version");
        json.text("storage_key");
        // The workspace judges the rest by the same rules as everybody's.
        ObjectNode body = json.only("version", "storage_key", "url", "epoch", "avg_reward", "is_active", "metadata");
        if (body.path("is_active").asBoolean(false)) {
            body.putNull("expected_active");
            body.put("reason", "Imported as the active one");
        }
        create(body);
    }

    /** Answers whether it was not there before. */
    private boolean create(ObjectNode body) throws BadLine {
        try {
            calls.send(FunctionsApi.post("rft-checkpoints").body(body));
            tally.newCheckpoint();
            return true;
        } catch (ServiceFailure.Conflict conflict) {
            switch (conflict.code()) {
                case "version_taken" -> known(body);
                case "active_changed" -> {
                    if (create(body.without("is_active"))) {
                        throw new BadLine("it is recorded and not active, for another one is active already;"
                                + " activate it if that is meant");
                    }
                }
                case "guarded" -> {
                    create(body.without("is_active"));
                    throw new BadLine("it is recorded and not active: " + conflict.getMessage());
                }
                default -> throw conflict;
            }
            return false;
        }
    }

    // The same version with the same weights is the same checkpoint, whatever was changed of it since.
    private void known(ObjectNode body) throws BadLine {
        String version = body.path("version").asText();
        String weights = body.path("storage_key").asText();
        for (Known there : calls.send(FunctionsApi.get("rft-checkpoints").query("version", version))
                .rows(Known.class)) {
            if (!there.storageKey().equals(weights)) {
                throw new BadLine("there is a checkpoint of this version already, with another storage_key;"
                        + " it was left as it is");
            }
        }
        tally.known();
    }

    private record Known(String storageKey) {}
}
