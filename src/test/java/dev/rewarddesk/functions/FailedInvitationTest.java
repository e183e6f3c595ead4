package dev.rewarddesk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An invitation through the functions that fails half-way leaves no account without a membership, and says what to do. */
final class FailedInvitationTest {

    private static final String MEMBERS = "/functions/v1/rft-responses/members";
    private static final String INVITE = "/auth/v1/invite";
    private static final String EMAIL = "new@example.org";

    private final TestBackend backend = TestBackend.fresh();
    private final BackendInBetween between = new BackendInBetween(backend.url());
    private final ServedFunctions served = serve();

    @BeforeAll
    static void needsDeno() {
        Deno.program();
    }

    @AfterEach
    void end() {
        served.close();
        between.close();
        backend.close();
    }

    @Test
    void tooManyMailsAreToldWithAWait() throws SQLException {
        between.down(INVITE, 429, "{\"code\":429,\"error_code\":\"over_email_send_rate_limit\",\"msg\":\"own words\"}");

        TestApi.Answer answer = invite();

        assertFailed(answer, 429, "slow_down");
        assertThat(answer.header("Retry-After")).isEqualTo("60");
        between.down(0);
        invite().ok();
    }

    @Test
    void aSignInThatFailsIsBusyAndItsWordsStayInTheLog() throws SQLException {
        between.down(INVITE, 502, "own words");

        TestApi.Answer answer = invite();

        assertFailed(answer, 503, "busy");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(served.log()).contains("own words");
        between.down(0);
        invite().ok();
    }

    @Test
    void aSignInThatRefusesTheFunctionsKeyIsAFailureOfTheServer() throws SQLException {
        between.down(INVITE, 401, "own words");

        assertFailed(invite(), 500, "server_error");
        assertThat(served.log()).contains("own words").doesNotContain(secretKey());
    }

    @Test
    void anAddressThatSignInDoesNotTakeIsTheCallersToChange() throws SQLException {
        between.down(INVITE, 400, "{\"code\":400,\"error_code\":\"email_address_invalid\",\"msg\":\"own words\"}");

        TestApi.Answer answer = invite();

        assertFailed(answer, 400, "invalid_email");
        assertThat(answer.json().path("field").asText()).isEqualTo("email");
    }

    @Test
    void anAccountThatIsThereAndIsNotSeenYetIsToBeAskedForAgain() throws SQLException {
        between.down(INVITE, 422, "{\"code\":422,\"error_code\":\"email_exists\",\"msg\":\"own words\"}");

        assertFailed(invite(), 503, "busy");
        assertThat(between.deleted()).as("it is somebody else's").isEmpty();
    }

    @Test
    void anAnswerThatIsLostIsMadeGoodByAskingAgain() throws SQLException {
        between.oncePosted(INVITE, () -> false);
        TestApi.Answer answer = invite();
        // A connection that was open before is tried again by itself.
        assertThat(answer.status()).as(answer.text()).isIn(200, 503);

        TestApi.Answer again = invite();

        assertThat(again.ok().at("/data/email").asText()).isEqualTo(EMAIL);
        assertThat(accounts()).isEqualTo(1);
        assertThat(members()).isEqualTo(1);
    }

    // The local stand-in for sign-in sends no mail, and knows no account that is not confirmed.
    @Test
    void whoHasNotComeYetIsSentAnotherMail() {
        assertThat(invite().ok().path("already").asBoolean()).isFalse();
        between.down(INVITE, 200, "{\"id\":\"11111111-1111-4111-8111-111111111111\",\"email\":\"" + EMAIL + "\"}");

        JsonNode again = invite().ok();

        assertThat(again.path("already").asBoolean()).isTrue();
        assertThat(again.path("mailed").asBoolean()).isTrue();
        assertThat(between.deleted()).isEmpty();
    }

    @Test
    void whoHasComeIsSentNoOtherMail() {
        invite().ok();
        change("update auth.users set last_sign_in_at = now() where email = '%s'".formatted(EMAIL));
        between.down(INVITE, 500, "not to be asked");

        assertThat(invite().ok().path("mailed").asBoolean()).isFalse();
    }

    // By who signed up with the address and a password of their own, and was never seen to have it.
    @Test
    void anAccountThatSomebodyElseMayHaveMadeIsRemovedAndNotInvited() throws SQLException {
        change("insert into auth.users (email, encrypted_password) values ('%s', 'theirs')".formatted(EMAIL));
        between.down("/auth/v1/admin/users", 200, "{}");

        TestApi.Answer answer = invite();

        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(between.deleted()).singleElement().asString().matches("/auth/v1/admin/users/[0-9a-f-]{36}");
        assertThat(members()).isZero();
        // Which the stand-in did not do.
        change("delete from auth.users where email = '%s'".formatted(EMAIL));
        assertThat(invite().ok().path("already").asBoolean()).isFalse();
    }

    @Test
    void anAccountThatCannotBeRemovedIsNotInvited() throws SQLException {
        change("insert into auth.users (email, encrypted_password) values ('%s', 'theirs')".formatted(EMAIL));
        between.down("/auth/v1/admin/users", 500, "own words");

        TestApi.Answer answer = invite();

        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(answer.text()).doesNotContain("own words");
        assertThat(members()).isZero();
    }

    @Test
    void whoIsRevokedWhileTheMailGoesOutInvitesNobody() throws SQLException {
        TestApi lead = backend.lead("lea");
        between.oncePosted(INVITE, () -> {
            change("delete from public.members where user_id = (select id from auth.users where email = '%s')"
                    .formatted(EMAIL));
            change("update public.members set revoked_at = now() where user_id = "
                    + "(select id from auth.users where email = 'lea@example.org')");
            return true;
        });

        TestApi.Answer answer = new TestApi(served.url(), lead.key(), lead.token())
                .post(MEMBERS, TestApi.json(Map.of("email", EMAIL, "role", "annotator")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(between.deleted())
                .as("the account that was made for it, which the local stand-in for sign-in keeps")
                .singleElement()
                .asString()
                .matches("/auth/v1/admin/users/[0-9a-f-]{36}");
        assertThat(served.log()).contains("left behind");
        assertThat(members()).isZero();
    }

    private void assertFailed(TestApi.Answer answer, int status, String code) throws SQLException {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text()).doesNotContain("own words", ".ts:");
        assertThat(accounts()).isZero();
        assertThat(members()).isZero();
    }

    private TestApi.Answer invite() {
        TestApi owner = backend.owner();
        return new TestApi(served.url(), owner.key(), owner.token())
                .post(MEMBERS, TestApi.json(Map.of("email", EMAIL, "role", "annotator")));
    }

    private int accounts() throws SQLException {
        return number("select count(*) from auth.users where email = '%s'".formatted(EMAIL));
    }

    private int members() throws SQLException {
        return number("select count(*) from public.members m join auth.users u on u.id = m.user_id where u.email = '%s'"
                .formatted(EMAIL));
    }

    private int number(String query) throws SQLException {
        try (Connection connection = backend.superuserConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void change(String sql) {
        try (Connection connection = backend.superuserConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String secretKey() {
        return backend.backend().access().secretKey();
    }

    private ServedFunctions serve() {
        return ServedFunctions.on(
                backend, Map.of("SIGN_IN_AND_STORAGE_URL", between.url().toString()));
    }
}
