package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.RESPONSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who belongs to the workspace. */
@OnEveryMouth
final class MembersContractTest {

    private static final String MEMBERS = RESPONSES + "/members";

    private final Workspace workspace;

    MembersContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @Test
    void whoIsInvitedIsAMemberOnce() {
        String email = address();

        JsonNode first = invite(email, "annotator").ok();
        JsonNode again = invite(email, "annotator").ok();

        assertThat(first.path("already").asBoolean()).isFalse();
        assertThat(first.at("/data/email").asText()).isEqualTo(email);
        assertThat(first.at("/data/role").asText()).isEqualTo("annotator");
        assertThat(again.path("already").asBoolean()).isTrue();
        assertThat(again.at("/data/user_id")).isEqualTo(first.at("/data/user_id"));
        assertThat(listed(first.at("/data/user_id").asText()).path("email").asText())
                .isEqualTo(email);
    }

    @Test
    void aLeadIsInvitedAsOne() {
        assertThat(invite(address(), "lead").ok().at("/data/role").asText()).isEqualTo("lead");
    }

    @Test
    void anInvitationDoesNotChangeARole() {
        String email = address();
        invite(email, "annotator").ok();

        TestApi.Answer answer = invite(email, "lead");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("already_a_member");
    }

    @Test
    void leadsAloneInviteAndSeeMembers() {
        TestApi annotator = workspace.annotator();

        assertThat(annotator
                        .post(MEMBERS, TestApi.json(Map.of("email", address())))
                        .status())
                .isEqualTo(403);
        assertThat(annotator.get(MEMBERS).status()).isEqualTo(403);
    }

    @Test
    void aRevokedMemberIsRefusedAtOnceAndComesBack() {
        TestApi person = workspace.newAnnotator();
        String id =
                person.get(RESPONSES + "/workspace").ok().at("/data/me/user_id").asText();

        change(id, "{\"revoked\":true}").ok();
        assertThat(person.get(RESPONSES + "/workspace").status()).isEqualTo(403);

        change(id, "{\"revoked\":false}").ok();
        assertThat(person.get(RESPONSES + "/workspace").status()).isEqualTo(200);
    }

    @Test
    void whatIsNoAddressIsRefused() {
        TestApi.Answer answer = invite("nobody", "annotator");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_email");
    }

    private TestApi.Answer invite(String email, String role) {
        return workspace.lead().post(MEMBERS, TestApi.json(Map.of("email", email, "role", role)));
    }

    private TestApi.Answer change(String id, String body) {
        return workspace.lead().put(MEMBERS + "?id=" + id, body);
    }

    private JsonNode listed(String id) {
        for (JsonNode member :
                workspace.lead().get(MEMBERS + "?limit=1000").ok().path("data")) {
            if (member.path("user_id").asText().equals(id)) {
                return member;
            }
        }
        throw new AssertionError("Not listed: " + id);
    }

    private static String address() {
        return "invited-" + UUID.randomUUID() + "@example.org";
    }
}
