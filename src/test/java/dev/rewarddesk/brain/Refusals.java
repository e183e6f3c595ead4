package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the SQL says when it refuses. */
final class Refusals {

    /** PostgreSQL's own: no privilege, or a policy's check. */
    static final String NO_PRIVILEGE = "42501";

    private Refusals() {}

    /** Asserts that the call ends with this HTTP status and code, and returns the failure document. */
    static JsonNode assertRefused(ThrowingCallable call, int status, String code) {
        SQLException failure = assertFails(call, "PT" + status);
        JsonNode document = document(failure);
        assertThat(document.path("code").asText()).isEqualTo(code);
        return document;
    }

    /** Asserts that the call ends with this SQLSTATE. */
    static SQLException assertFails(ThrowingCallable call, String state) {
        try {
            call.call();
        } catch (SQLException failure) {
            assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(state);
            return failure;
        } catch (Throwable failure) {
            throw new AssertionError("not refused by PostgreSQL", failure);
        }
        throw new AssertionError("nothing was refused");
    }

    /** The failure document that a refusal carries. */
    static JsonNode document(SQLException failure) {
        ServerErrorMessage message = failure instanceof PSQLException said ? said.getServerErrorMessage() : null;
        String detail = message == null ? null : message.getDetail();
        return Session.json(detail == null ? "{}" : detail);
    }
}
