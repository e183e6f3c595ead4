package dev.rewarddesk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.PretendWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.util.Objects;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that come by mail, with a stand-in for the project. */
final class SignInServiceTest {

    private static final String LINK = "https://abcd.supabase.co/auth/v1/verify?token=the-token&type=invite";

    private PretendWorkspace workspace;
    private SupabaseClient client;
    private SignInService service;

    @BeforeEach
    void start() throws IOException {
        workspace = new PretendWorkspace();
        client = SupabaseClient.forPerson(workspace.address(), new InMemorySessionStore());
        service = new SignInService(client);
    }

    @AfterEach
    void stop() {
        client.close();
        workspace.close();
    }

    @Test
    void aPasswordThatWasNotSetIsSetWithoutTheInvitationThatIsUsedUp() throws InterruptedException {
        workspace.answerSession("access-1");
        workspace.answer(503, "");
        assertThatExceptionOfType(ServiceFailure.Server.class)
                .isThrownBy(() -> service.withInvitation(LINK, "a password of hers"));
        workspace.answer(200, "{}");

        service.withInvitation(LINK, "a password of hers");

        assertThat(workspace.taken().getTarget()).isEqualTo("/auth/v1/verify");
        assertThat(workspace.taken().getTarget()).isEqualTo("/auth/v1/user");
        assertThat(workspace.taken().getTarget()).isEqualTo("/auth/v1/user");
    }

    @Test
    void aLinkIsAskedForAgainWhereItWasNotTaken() throws InterruptedException {
        workspace.answer(503, "");
        assertThatExceptionOfType(ServiceFailure.Server.class)
                .isThrownBy(() -> service.withInvitation(LINK, "a password of hers"));
        workspace.answerSession("access-1");
        workspace.answer(200, "{}");

        service.withInvitation(LINK, "a password of hers");

        assertThat(workspace.taken().getTarget()).isEqualTo("/auth/v1/verify");
        assertThat(workspace.taken().getTarget()).isEqualTo("/auth/v1/verify");
    }

    @Test
    void whoLostThePasswordComesByTheLinkOfThatMail() throws InterruptedException {
        workspace.answerSession("access-1");
        workspace.answer(200, "{}");

        service.withInvitation(LINK.replace("type=invite", "type=recovery"), "a password of hers");

        RecordedRequest request = workspace.taken();
        assertThat(request.getTarget()).isEqualTo("/auth/v1/verify");
        assertThat(Objects.requireNonNull(request.getBody()).utf8())
                .contains("\"type\":\"recovery\"", "\"token_hash\":\"the-token\"");
    }
}
