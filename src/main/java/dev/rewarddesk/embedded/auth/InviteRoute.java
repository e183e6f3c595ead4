package dev.rewarddesk.embedded.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.Refusal;
import dev.rewarddesk.embedded.http.Route;
import dev.rewarddesk.embedded.secret.Secrets;
import io.javalin.http.Context;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /auth/v1/invite}: a lead, or a pipeline with the secret key, adds a person to the workspace. There is no mail
 * on one machine, so the answer carries the first password where the invitation names none.
 */
public final class InviteRoute {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,190}");

    private final Gate gate;
    private final Desk desk;
    private final AuthDatabase database;

    public InviteRoute(Gate gate, Desk desk, AuthDatabase database) {
        this.gate = gate;
        this.desk = desk;
        this.database = database;
    }

    /** The route. */
    public Route route() {
        return Route.post("/auth/v1/invite", this::invite);
    }

    private void invite(Context context) throws IOException, SQLException {
        Caller caller = gate.caller(context);
        refuseOthersThanLeads(caller);
        Json.Body body = Json.body(context);
        String email = AuthRoutes.required(body, "email");
        if (!ADDRESS.matcher(email.strip()).matches()) {
            throw Refusal.of(400, "validation_failed", "Unable to validate email address: invalid format");
        }
        String given = AuthRoutes.optional(body, "password");
        String password = given == null ? Secrets.random() : AuthRoutes.strong(given);
        String role = body.value().has("role") ? AuthRoutes.required(body, "role") : "annotator";
        if (!role.equals("annotator") && !role.equals("lead")) {
            throw Refusal.of(400, "validation_failed", "role must be annotator or lead.");
        }
        String name = body.value().path("data").path("display_name").asText();
        ObjectNode document = add(caller, email, password, role, name, AuthRoutes.metadata(body.value()));
        if (given == null) {
            document.put("initial_password", password);
        }
        context.header("Cache-Control", "no-store");
        AuthRoutes.send(context, document.toString());
    }

    private void refuseOthersThanLeads(Caller caller) throws SQLException {
        boolean lead = desk.as(caller.toDatabase(), transaction -> {
            try (PreparedStatement statement =
                            transaction.connection().prepareStatement("select private.caller_is_lead()");
                    ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        });
        if (!lead) {
            throw Refusal.of(403, "not_admin", "User not allowed");
        }
    }

    private ObjectNode add(
            Caller caller, String email, String password, String role, String name, @Nullable String metadata)
            throws SQLException {
        String hash = Passwords.hash(password);
        UUID id = database.transaction(
                        connection -> Users.add(connection, email, hash, metadata == null ? "{}" : metadata))
                .orElseThrow(() ->
                        Refusal.of(422, "email_exists", "A user with this email address has already been registered"));
        try {
            enrol(caller, id, role, name);
        } catch (SQLException | RuntimeException failure) {
            database.transaction(connection -> Users.remove(connection, id));
            throw failure;
        }
        User user =
                database.transaction(connection -> Users.byId(connection, id)).orElseThrow();
        return (ObjectNode) Json.parsed(user.document());
    }

    // As the caller, so that the policies of the membership table have the last word.
    private void enrol(Caller caller, UUID id, String role, String name) throws SQLException {
        desk.as(caller.toDatabase(), transaction -> {
            try (PreparedStatement statement = transaction
                    .connection()
                    .prepareStatement(
                            "insert into public.members (user_id, role, display_name) values (?, ?, left(?, 200))")) {
                statement.setObject(1, id);
                statement.setString(2, role);
                statement.setString(3, name);
                return statement.executeUpdate();
            }
        });
    }
}
