package dev.rewarddesk.collect.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.collect.PatientCalls;
import dev.rewarddesk.collect.journal.AnswerJournal;
import dev.rewarddesk.collect.journal.UnsentAnswer;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.FunctionsApi;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sends answers to the workspace, each under its own id, so that one that is sent twice arrives once. */
final class Delivery {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int AT_A_TIME = 100;

    private final PatientCalls calls;
    private final AnswerJournal journal;

    Delivery(PatientCalls calls, AnswerJournal journal) {
        this.calls = calls;
        this.journal = journal;
    }

    /** Sends what an earlier run could not. */
    void catchUp() {
        List<UnsentAnswer> unsent = journal.unsent(AT_A_TIME);
        while (!unsent.isEmpty()) {
            for (UnsentAnswer answer : unsent) {
                send(answer.id(), answer.document());
            }
            unsent = journal.unsent(AT_A_TIME);
        }
    }

    /**
     * Sends an answer that the journal has. Ends with a {@code ServiceFailure} where the workspace cannot take it now; then the
     * journal still has it.
     *
     * @return why the workspace will never take it; empty where it has it
     */
    Optional<ServiceFailure> send(UUID id, String document) {
        ObjectNode body = parsed(document);
        try {
            post(body);
        } catch (ServiceFailure.Conflict there) {
            // The same id is the same question, so there is an answer to it.
        } catch (ServiceFailure.NotFound gone) {
            if (!gone.code().equals("checkpoint_not_found")) {
                return Optional.of(unwanted(id, gone));
            }
            body.remove("checkpoint_id");
            return send(id, body.toString());
        } catch (ServiceFailure.Invalid unfit) {
            return Optional.of(unwanted(id, unfit));
        }
        journal.sent(id);
        return Optional.empty();
    }

    private void post(ObjectNode body) {
        try {
            calls.send(FunctionsApi.post("rft-responses").body(body).idempotencyKey(AnswerId.key(body.toString())));
        } catch (ServiceFailure.Conflict conflict) {
            switch (conflict.code()) {
                case "id_taken", "idempotency_key_reused" -> throw conflict;
                default -> throw new ServiceFailure.Server(conflict.code(), conflict.getMessage(), null, conflict);
            }
        }
    }

    private ServiceFailure unwanted(UUID id, ServiceFailure failure) {
        journal.unwanted(id, failure.code(), failure.getMessage());
        return failure;
    }

    private static ObjectNode parsed(String document) {
        try {
            return (ObjectNode) MAPPER.readTree(document);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("The journal has an answer that is no JSON", foreign);
        }
    }
}
