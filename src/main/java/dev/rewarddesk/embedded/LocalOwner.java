package dev.rewarddesk.embedded;

import dev.rewarddesk.embedded.auth.AuthDatabase;
import dev.rewarddesk.embedded.auth.Passwords;
import dev.rewarddesk.embedded.auth.Users;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.secret.Secrets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The person at this machine: a lead of the workspace, made when it is opened first. */
final class LocalOwner {

    /** The program itself, with a pipeline's rights. */
    static final Desk.As SERVICE = new Desk.As("service_role", "{\"role\":\"service_role\"}");

    private LocalOwner() {}

    /** Makes the owner's account and membership where they are missing. */
    static void ensure(Secrets secrets, AuthDatabase auth, Desk desk) throws SQLException {
        Optional<UUID> known = auth.transaction(connection -> Users.idOf(connection, secrets.ownerEmail()));
        UUID owner = known.isPresent() ? known.get() : create(secrets, auth);
        desk.as(SERVICE, transaction -> {
            try (PreparedStatement statement = transaction
                    .connection()
                    .prepareStatement(
                            "insert into public.members (user_id, role, display_name) values (?, 'lead', 'Owner') on conflict do nothing")) {
                statement.setObject(1, owner);
                return statement.executeUpdate();
            }
        });
    }

    private static UUID create(Secrets secrets, AuthDatabase auth) throws SQLException {
        String hash = Passwords.hash(secrets.ownerPassword());
        return auth.transaction(
                connection -> Users.add(connection, secrets.ownerEmail(), hash, "{\"display_name\":\"Owner\"}")
                        .orElseThrow());
    }
}
