package dev.rewarddesk.account;

import dev.rewarddesk.model.Invited;
import dev.rewarddesk.model.Member;
import dev.rewarddesk.model.Role;
import dev.rewarddesk.supabase.Answer;
import dev.rewarddesk.supabase.Call;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to the workspace; for leads, everybody else is answered {@code Forbidden}. What is changed holds at once, also
 * for who is signed in. Methods block and end with a {@code ServiceFailure}.
 */
public final class MembersService {

    private static final String MEMBERS = "rft-responses/members";

    /** More than a workspace has people; the bound of the contract. */
    private static final int ALL = 1000;

    private final SupabaseClient client;

    public MembersService(SupabaseClient client) {
        this.client = client;
    }

    /** Everybody, those whose membership was revoked last. */
    public List<Member> list() {
        return client.functions()
                .send(FunctionsApi.get(MEMBERS).query("limit", ALL))
                .rows(Member.class);
    }

    /** Makes somebody a member; {@code Conflict} where they are one in another role, or were. */
    public Invited invite(String email, Role role, String displayName) {
        Answer answer = client.functions()
                .send(FunctionsApi.post(MEMBERS)
                        .body(Map.of("email", email, "role", role, "display_name", displayName)));
        Invitation invitation = answer.whole(Invitation.class);
        return new Invited(
                answer.data(Member.class),
                invitation.invitation(),
                Optional.ofNullable(invitation.mailed()).orElse(false));
    }

    /** Changes what they may do; {@code Conflict} with code {@code last_lead} where nobody would be left to lead. */
    public Member changeRole(UUID person, Role role) {
        return change(person, Map.of("role", role));
    }

    /** Takes the membership away, at once; {@code Conflict} with code {@code last_lead} where nobody would be left to lead. */
    public Member revoke(UUID person) {
        return change(person, Map.of("revoked", true));
    }

    /** Gives a revoked membership back, as it was. */
    public Member restore(UUID person) {
        return change(person, Map.of("revoked", false));
    }

    private Member change(UUID person, Map<String, ?> fields) {
        Call call = FunctionsApi.put(MEMBERS).query("id", person).body(fields);
        return client.functions().send(call).data(Member.class);
    }

    private record Invitation(
            @Nullable String invitation, @Nullable Boolean mailed) {
        /** Never shows the link. */
        @Override
        public String toString() {
            return "Invitation";
        }
    }
}
