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

    @Test
    void whoSignedUpWithAnAddressAndNeverShowedThatItIsTheirsIsNotMadeAMember() throws SQLException {
        UUID unproven = UUID.randomUUID();
        String address = "eve@example.org";
        DATABASE.asSuperuser(
                session -> session.write("insert into auth.users (id, email) values (?, ?)", unproven, address));

        JsonNode answer = invite(address);

        assertThat(answer.path("data").isNull()).isTrue();
        assertThat(answer.path("unproven").asText()).isEqualTo(unproven.toString());
        assertThat(DATABASE.number("select count(*) from public.members where user_id = ?", unproven))
                .isZero();
    }

    private static UUID account() throws SQLException {
        UUID id = UUID.randomUUID();
        DATABASE.asSuperuser(session -> session.write(
                "insert into auth.users (id, email, email_confirmed_at) values (?, ?, now())", id, ADDRESS));
        return id;
    }

    private static UUID invited() throws SQLException {
        return UUID.fromString(invite(ADDRESS).at("/data/user_id").asText());
    }

    private static JsonNode invite(String address) throws SQLException {
        return DATABASE.as(
                Caller.SERVICE,
                session -> session.call("invite_member", Map.of(), "{\"email\": \"%s\"}".formatted(address), Map.of()));
    }
}
