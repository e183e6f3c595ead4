package dev.rewarddesk.supabase;

import dev.rewarddesk.failure.ServiceFailure;
import java.net.URI;

/** A person's ways in and out. A client for a pipeline refuses all of them with {@code Invalid}. */
public final class SignInApi {

    private final AuthApi auth;
    private final Credentials credentials;

    SignInApi(AuthApi auth, Credentials credentials) {
        this.auth = auth;
        this.credentials = credentials;
    }

    /** The ways that the workspace offers. */
    public SignInWays ways() {
        return auth.ways();
    }

    /** {@code Invalid} with code {@code invalid_credentials} when email or password is wrong. */
    public void withPassword(String email, String password) {
        person().signIn(() -> auth.signIn(email, password));
    }

    /** Where the browser begins with an OAuth provider; it comes back to {@code redirect} with a code. */
    public URI begin(String provider, URI redirect, Pkce pkce) {
        return auth.authorize(provider, redirect, pkce);
    }

    /** As {@link #begin} with the identity provider of a mail domain; {@code NotFound} where it has none here. */
    public URI beginWithDomain(String domain, URI redirect, Pkce pkce) {
        return auth.singleSignOn(domain, redirect, pkce);
    }

    /** Signs in with the code that the browser came back with. */
    public void finish(String code, Pkce pkce) {
        person().signIn(() -> auth.exchange(code, pkce));
    }

    /** Signs in by an invitation, which is used up by it. The person has no password yet. */
    public void accept(InvitationLink invitation) {
        person().signIn(() -> switch (invitation) {
            case InvitationLink.Fresh(String tokenHash, String type) -> auth.verify(type, tokenHash);
            case InvitationLink.Opened(String refreshToken) -> auth.refresh(refreshToken);
        });
    }

    /** Sets the signed-in person's password; {@code Invalid} with code {@code weak_password} when it is too weak. */
    public void setPassword(String password) {
        PersonSession person = person();
        person.bearer();
        auth.setPassword(person.required(), password);
    }

    /** Forgets the session here, then ends it at the workspace; {@code Offline} when only the former could be done. */
    public void out() {
        person().signOut();
    }

    private PersonSession person() {
        return switch (credentials) {
            case PersonSession person -> person;
            case FixedToken given ->
                throw new ServiceFailure.Invalid(
                        "nobody_signs_in",
                        "This connection uses a key or a token that it was given; nobody signs in with it.",
                        null);
        };
    }
}
