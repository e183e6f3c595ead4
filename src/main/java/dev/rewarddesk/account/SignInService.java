package dev.rewarddesk.account;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.InvitationLink;
import dev.rewarddesk.supabase.SessionStatus;
import dev.rewarddesk.supabase.SignInApi;
import dev.rewarddesk.supabase.SignInWays;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's ways into a workspace and out of it. Methods block and end with a {@code ServiceFailure}. */
public final class SignInService {

    private final SupabaseClient client;
    private final SignInApi api;

    /** The invitation that is used up, while the password of who has come by it is not set. */
    private @Nullable Accepted accepted;

    public SignInService(SupabaseClient client) {
        this.client = client;
        this.api = client.signIn();
    }

    /** The ways that the workspace offers. */
    public Ways ways() {
        SignInWays ways = api.ways();
        return new Ways(ways.password(), ways.providers(), ways.singleSignOn());
    }

    /** Who is signed in, as far as is known without asking. */
    public Optional<UUID> person() {
        return client.status() instanceof SessionStatus.SignedIn(var session)
                ? Optional.of(session.userId())
                : Optional.empty();
    }

    /** The address of who is signed in; empty where nobody is, or where they have none. */
    public String email() {
        return client.status() instanceof SessionStatus.SignedIn(var session) ? session.email() : "";
    }

    /** Signs in with email and password; the session is kept and refreshed before it ends. */
    public void withPassword(String email, String password) {
        api.withPassword(email.strip(), password);
    }

    /** Begins to sign in with an OAuth provider, one of those that {@link #ways()} names. */
    public BrowserSignIn withProvider(String provider) {
        return BrowserSignIn.begin(api, (redirect, pkce) -> api.begin(provider, redirect, pkce));
    }

    /**
     * Begins to sign in with a company's identity provider.
     *
     * @param domainOrEmail such as {@code example.org}, or an address there
     */
    public BrowserSignIn withDomain(String domainOrEmail) {
        String domain = domainOrEmail
                .strip()
                .substring(domainOrEmail.strip().lastIndexOf('@') + 1)
                .toLowerCase(Locale.ROOT);
        if (!domain.matches("[a-z0-9.-]+\\.[a-z0-9-]+")) {
            throw new ServiceFailure.Invalid(
                    "invalid_domain",
                    "Enter your company’s mail domain, such as example.org, or your address there.",
                    "domain");
        }
        return BrowserSignIn.begin(api, (redirect, pkce) -> api.beginWithDomain(domain, redirect, pkce));
    }

    /**
     * Accepts an invitation and sets the password. Where only the latter fails the person is signed in, and the same may be
     * tried again: the invitation is used up and not asked for twice.
     *
     * @param pasted the link in the mail, or the address of the page that it opened
     */
    public synchronized void withInvitation(String pasted, String newPassword) {
        Optional<Accepted> former = Optional.ofNullable(accepted);
        if (former.isEmpty() || !former.equals(person().map(now -> new Accepted(pasted, now)))) {
            api.accept(InvitationLink.read(pasted));
            accepted = person().map(now -> new Accepted(pasted, now)).orElse(null);
        }
        api.setPassword(newPassword);
        accepted = null;
    }

    /** Forgets the session here, then ends it at the workspace; {@code Offline} when only the former could be done. */
    public void out() {
        api.out();
    }

    /**
     * The ways into a workspace.
     *
     * @param password whether with an email and a password
     * @param providers the names of the OAuth providers, such as {@code google}
     * @param singleSignOn whether by the mail domain of a company
     */
    public record Ways(boolean password, List<String> providers, boolean singleSignOn) {}

    private record Accepted(String link, UUID person) {
        /** Never shows the link. */
        @Override
        public String toString() {
            return "Accepted by " + person;
        }
    }
}
