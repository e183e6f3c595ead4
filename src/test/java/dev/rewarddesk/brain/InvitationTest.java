package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is meant by an address. */
final class InvitationTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String ADDRESS = "ada@example.org";

    // As on a hosted project, where an account by a company's sign-in may have the address of another one.
    @BeforeAll
    static void allowEqualAddresses() throws SQLException {
        DATABASE.asSuperuser(session -> session.write("alter table auth.users drop constraint users_email_key"));
    }

    @Test
    void whoComesByTheCompanysSignInAfterBeingInvitedByMailCanBeMadeAMember() throws SQLException {
        UUID byMail = account();
        assertThat(invited()).isEqualTo(byMail);
        UUID byCompany = account();

        assertThat(invited()).isEqualTo(byCompany);
    }

    private static UUID account() throws SQLException {
        UUID id = UUID.randomUUID();
        DATABASE.asSuperuser(session -> session.write("insert into auth.users (id, email) values (?, ?)", id, ADDRESS));
        return id;
    }

    private static UUID invited() throws SQLException {
        JsonNode answer = DATABASE.as(
                Caller.SERVICE,
                session -> session.call("invite_member", Map.of(), "{\"email\": \"%s\"}".formatted(ADDRESS), Map.of()));
        return UUID.fromString(answer.at("/data/user_id").asText());
    }
}
