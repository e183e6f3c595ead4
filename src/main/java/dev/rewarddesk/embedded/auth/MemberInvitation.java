package dev.rewarddesk.embedded.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.HttpServer;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.secret.Secrets;
import io.javalin.http.Context;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Behind {@code POST /functions/v1/rft-responses/members}: a lead makes somebody a member. Accounts are none of the SQL's business, so
 * this makes one where it finds that there is none. There is no mail on one machine: the answer has the link to hand over.
 */
public final class MemberInvitation {

    private final Gate gate;
    private final Desk desk;
    private final AuthDatabase database;
    private final SignIn signIn;

    public MemberInvitation(Gate gate, Desk desk, AuthDatabase database, SignIn signIn) {
        this.gate = gate;
        this.desk = desk;
        this.database = database;
        this.signIn = signIn;
    }

    /** Answers the request. */
    public void answer(Context context) throws IOException, SQLException {
        Caller caller = gate.caller(context);
        Json.Body body = Json.body(context);
        ObjectNode answer = enrol(caller, body);
        if (answer.path("data").isNull()) {
            answer = enrolNew(caller, body);
        }
        UUID person = UUID.fromString(answer.path("data").path("user_id").asText());
        Optional<String> token = database.transaction(connection -> signIn.invitation(connection, person));
        if (token.isPresent()) {
            answer.put(
                    "invitation",
                    HttpServer.baseUrl(context) + "/auth/v1/verify?token=" + token.get() + "&type=invite");
        }
        answer.put("mailed", false);
        context.header("Cache-Control", "no-store");
        AuthRoutes.send(context, answer.toString());
    }

    private ObjectNode enrolNew(Caller caller, Json.Body body) throws SQLException {
        String hash = Passwords.hash(Secrets.random());
        String metadata = Json.text(Map.of(
                "display_name", Optional.ofNullable(body.text("display_name")).orElse("")));
        Optional<UUID> made = database.transaction(
                connection -> Users.add(connection, AuthRoutes.required(body, "email"), hash, metadata));
        try {
            return enrol(caller, body);
        } catch (SQLException | RuntimeException failure) {
            if (made.isPresent()) {
                database.transaction(connection -> Users.remove(connection, made.get()));
            }
            throw failure;
        }
    }

    private ObjectNode enrol(Caller caller, Json.Body body) throws SQLException {
        String answer =
                desk.as(caller.toDatabase(), transaction -> transaction.call("invite_member", "{}", body.text(), "{}"));
        JsonNode document = Json.parsed(answer);
        return (ObjectNode) document;
    }
}
