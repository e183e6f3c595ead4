package dev.rewarddesk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.GuardRails;
import dev.rewarddesk.model.Role;
import dev.rewarddesk.model.Workspace;
import dev.rewarddesk.model.WorkspaceChange;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AccountServiceTest {

    private BackendAccess access;
    private SupabaseClient client;
    private AccountService account;
    private SignInService signIn;

    @BeforeEach
    void start() {
        access = TestBackend.shared().backend().access();
        client = SupabaseClient.forPerson(
                new WorkspaceAddress(access.url(), access.publishableKey()), new InMemorySessionStore());
        account = new AccountService(client);
        signIn = new SignInService(client);
    }

    @AfterEach
    void stop() {
        client.close();
    }

    @Test
    void theOwnerSignsInAndIsLead() {
        signIn.withPassword(access.ownerEmail(), access.ownerPassword());

        Workspace workspace = account.workspace();
        assertThat(workspace.me().role()).isEqualTo(Role.LEAD);
        assertThat(workspace.me().displayName()).isEqualTo("Owner");
        assertThat(workspace.overlap()).isPositive();
    }

    @Test
    void aWrongPasswordIsSaidInASentence() {
        assertThatExceptionOfType(ServiceFailure.Invalid.class)
                .isThrownBy(() -> signIn.withPassword(access.ownerEmail(), "wrong"))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("invalid_credentials"));
    }

    @Test
    void whoHasSignedOutIsNobody() {
        signIn.withPassword(access.ownerEmail(), access.ownerPassword());
        signIn.out();

        assertThatExceptionOfType(ServiceFailure.SignedOut.class).isThrownBy(account::workspace);
    }

    @Test
    void aPipelineIsOfTheServiceRole() {
        try (SupabaseClient pipeline =
                SupabaseClient.forPipeline(new WorkspaceAddress(access.url(), access.secretKey()))) {
            Workspace workspace = new AccountService(pipeline).workspace();

            assertThat(workspace.me().role()).isEqualTo(Role.SERVICE);
            assertThat(workspace.me().userId()).isNull();
        }
    }

    @Test
    void anAnnotatorChangesNoGuardRails() {
        TestBackend.shared().annotator("guarded");
        signIn.withPassword("guarded@example.org", "password of guarded");

        assertThatExceptionOfType(ServiceFailure.Forbidden.class)
                .isThrownBy(() -> account.change(new GuardRails(0, 0, null, null), 1));
    }

    @Test
    void settingsAreChangedOnlyAsTheyWereSeen() {
        signIn.withPassword(access.ownerEmail(), access.ownerPassword());
        Workspace before = account.workspace();

        Workspace after = account.change(new WorkspaceChange(null, null, before.guidelines() + "more"), before);

        assertThat(after.guidelines()).isEqualTo(before.guidelines() + "more");
        assertThat(after.overlap()).isEqualTo(before.overlap());
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThatExceptionOfType(ServiceFailure.Conflict.class)
                .isThrownBy(() -> account.change(new WorkspaceChange(null, null, "late"), before))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("workspace_changed"));
        assertThat(account.workspace()).isEqualTo(after);
        account.change(new WorkspaceChange(null, null, before.guidelines()), after);
    }
}
