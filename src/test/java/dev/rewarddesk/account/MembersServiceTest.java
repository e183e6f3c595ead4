package dev.rewarddesk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Invited;
import dev.rewarddesk.model.Member;
import dev.rewarddesk.model.Role;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MembersServiceTest {

    private TestBackend backend;
    private SupabaseClient owner;
    private MembersService members;

    @BeforeEach
    void start() {
        backend = TestBackend.fresh();
        owner = RealWorkspace.owner(backend);
        members = new MembersService(owner);
    }

    @AfterEach
    void stop() {
        owner.close();
        backend.close();
    }

    @Test
    void whoIsInvitedSetsAPasswordAndIsAMember() {
        Invited invited = members.invite("ida@example.org", Role.ANNOTATOR, "Ida");
        String link = String.valueOf(invited.link());
        assertThat(link).contains("/auth/v1/verify?token=");
        assertThat(invited.toString()).doesNotContain(link);
        try (SupabaseClient ida = nobody()) {
            SignInService signIn = new SignInService(ida);
            signIn.withInvitation(link, "a password of hers");
            assertThat(new AccountService(ida).workspace().me().displayName()).isEqualTo("Ida");

            signIn.out();
            signIn.withPassword(" IDA@example.org ", "a password of hers");
            assertThat(new AccountService(ida).workspace().me().role()).isEqualTo(Role.ANNOTATOR);
            assertThatExceptionOfType(ServiceFailure.Forbidden.class).isThrownBy(() -> new MembersService(ida).list());
            assertThatExceptionOfType(ServiceFailure.Forbidden.class)
                    .isThrownBy(() -> new MembersService(ida).invite("eve@example.org", Role.LEAD, "Eve"));
        }
        assertThat(members.list()).extracting(Member::email).contains("ida@example.org");
    }

    @Test
    void anInvitationWorksOnce() {
        String link = String.valueOf(
                members.invite("ida@example.org", Role.ANNOTATOR, "").link());
        try (SupabaseClient first = nobody();
                SupabaseClient second = nobody()) {
            new SignInService(first).withInvitation(link, "a password of hers");

            assertThatExceptionOfType(ServiceFailure.Forbidden.class)
                    .isThrownBy(() -> new SignInService(second).withInvitation(link, "another password"))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("otp_expired"));
        }
        assertThat(members.invite("ida@example.org", Role.ANNOTATOR, "").link()).isNull();
    }

    @Test
    void aPasswordThatIsTooWeakCanBeChosenAgain() {
        String link = String.valueOf(
                members.invite("ida@example.org", Role.ANNOTATOR, "").link());
        try (SupabaseClient ida = nobody()) {
            SignInService signIn = new SignInService(ida);
            assertThatExceptionOfType(ServiceFailure.Invalid.class)
                    .isThrownBy(() -> signIn.withInvitation(link, "short"))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("weak_password"));

            signIn.withInvitation(link, "long enough now");
            signIn.withPassword("ida@example.org", "long enough now");
        }
    }

    @Test
    void whoIsInvitedAgainGetsAnotherLinkUntilTheyHaveCome() {
        String first = String.valueOf(
                members.invite("ida@example.org", Role.ANNOTATOR, "").link());
        String second = String.valueOf(
                members.invite("ida@example.org", Role.ANNOTATOR, "").link());

        assertThat(first).isNotEqualTo("null");
        assertThat(second).isNotEqualTo("null");
        assertThatExceptionOfType(ServiceFailure.Conflict.class)
                .isThrownBy(() -> members.invite("ida@example.org", Role.LEAD, ""))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("already_a_member"));
    }

    @Test
    void revokingHoldsAtOnceWithATokenThatIsStillGood() {
        try (SupabaseClient ada = RealWorkspace.annotator(backend, "ada")) {
            AccountService account = new AccountService(ada);
            UUID id = Objects.requireNonNull(account.workspace().me().userId());

            assertThat(members.revoke(id).isRevoked()).isTrue();

            assertThatExceptionOfType(ServiceFailure.Forbidden.class)
                    .isThrownBy(account::workspace)
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("membership_revoked"));
            assertThat(members.restore(id).isRevoked()).isFalse();
            assertThat(account.workspace().me().role()).isEqualTo(Role.ANNOTATOR);

            members.changeRole(id, Role.LEAD);
            assertThat(account.workspace().me().role()).isEqualTo(Role.LEAD);
        }
    }

    @Test
    void theLastLeadStays() {
        UUID me = RealWorkspace.ownerId(backend);
        List<Callable<Member>> ways = List.of(() -> members.revoke(me), () -> members.changeRole(me, Role.ANNOTATOR));
        for (Callable<Member> way : ways) {
            assertThatExceptionOfType(ServiceFailure.Conflict.class)
                    .isThrownBy(way::call)
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("last_lead"));
        }
    }

    @Test
    void twoLeadsWhoRevokeEachOtherAtOnceLeaveOne() throws Exception {
        UUID mine = RealWorkspace.ownerId(backend);
        backend.lead("grace");
        try (SupabaseClient grace = signedIn("grace@example.org", "password of grace");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            MembersService hers = new MembersService(grace);
            UUID her = Objects.requireNonNull(
                    new AccountService(grace).workspace().me().userId());
            for (int round = 0; round < 10; round++) {
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<Member>> both = new ArrayList<>();
                both.add(threads.submit(() -> {
                    together.await();
                    return members.revoke(her);
                }));
                both.add(threads.submit(() -> {
                    together.await();
                    return hers.revoke(mine);
                }));
                long done = 0;
                for (Future<Member> each : both) {
                    try {
                        each.get();
                        done++;
                    } catch (ExecutionException refused) {
                        assertThat(refused).hasCauseInstanceOf(ServiceFailure.class);
                    }
                }
                assertThat(done).isEqualTo(1);
                try (SupabaseClient pipeline = SupabaseClient.forPipeline(new WorkspaceAddress(
                        backend.url(), backend.backend().access().secretKey()))) {
                    MembersService service = new MembersService(pipeline);
                    service.list().forEach(member -> service.restore(member.userId()));
                }
            }
        }
    }

    @Test
    void nobodyIsInvitedToAnAddressThatIsNone() {
        assertThatExceptionOfType(ServiceFailure.Invalid.class)
                .isThrownBy(() -> members.invite("no address", Role.ANNOTATOR, ""))
                .satisfies(failure -> assertThat(failure.field()).isEqualTo("email"));
    }

    private SupabaseClient nobody() {
        BackendAccess access = backend.backend().access();
        return SupabaseClient.forPerson(
                new WorkspaceAddress(access.url(), access.publishableKey()), new InMemorySessionStore());
    }

    private SupabaseClient signedIn(String email, String password) {
        SupabaseClient client = nobody();
        client.signIn(email, password);
        return client;
    }
}
