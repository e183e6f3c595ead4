package dev.rewarddesk.account;

import dev.rewarddesk.supabase.Pkce;
import dev.rewarddesk.supabase.SignInApi;
import java.net.URI;
import java.time.Duration;

/** A sign-in that goes on in the person's browser. Close it in any case, or the machine goes on listening. */
public final class BrowserSignIn implements AutoCloseable {

    /** Long enough to find a second factor. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SignInApi api;
    private final Pkce pkce;
    private final LoopbackCallback callback;
    private final URI address;

    private BrowserSignIn(SignInApi api, Pkce pkce, LoopbackCallback callback, URI address) {
        this.api = api;
        this.pkce = pkce;
        this.callback = callback;
        this.address = address;
    }

    /** Where it begins: asks for the address with the place to come back to and the challenge. */
    @FunctionalInterface
    interface Start {
        URI at(URI redirect, Pkce pkce);
    }

    static BrowserSignIn begin(SignInApi api, Start start) {
        Pkce pkce = Pkce.create();
        LoopbackCallback callback = LoopbackCallback.listen(Pkce.random());
        try {
            return new BrowserSignIn(api, pkce, callback, start.at(callback.address(), pkce));
        } catch (RuntimeException failure) {
            callback.close();
            throw failure;
        }
    }

    /** What to open in the browser. */
    public URI address() {
        return address;
    }

    /** Waits for the browser to come back and signs in. Blocks, for up to ten minutes. */
    public void complete() {
        api.finish(callback.await(PATIENCE), pkce);
    }

    /** Ends the waiting with {@code Invalid} and code {@code cancelled}. */
    public void cancel() {
        callback.cancel();
    }

    @Override
    public void close() {
        callback.cancel();
        callback.close();
    }
}
