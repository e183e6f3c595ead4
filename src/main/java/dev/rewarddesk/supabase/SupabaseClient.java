package dev.rewarddesk.supabase;

import dev.rewarddesk.supabase.Transport.Timeouts;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A connection to one workspace, local or hosted, for a person or for a pipeline. May be used by many threads at a time.
 * Whatever goes wrong is a {@code ServiceFailure}.
 */
public final class SupabaseClient implements AutoCloseable {

    private final Transport transport;
    private final Credentials credentials;
    private final FunctionsApi functions;
    private final StorageApi storage;
    private final ImageFiles images;
    private final SignInApi signIn;

    private SupabaseClient(
            Supplier<WorkspaceAddress> address,
            Timeouts timeouts,
            InstantSource clock,
            Function<Transport, Credentials> credentials) {
        this.transport = new Transport(address, timeouts);
        this.credentials = credentials.apply(transport);
        Authorized authorized = new Authorized(transport, this.credentials);
        this.functions = new FunctionsApi(authorized);
        this.storage = new StorageApi(transport);
        this.images = new ImageFiles(functions, storage);
        this.signIn = new SignInApi(new AuthApi(transport, clock), this.credentials);
    }

    /** For a person, signed in already when the store holds a session; the address has the publishable key. */
    public static SupabaseClient forPerson(WorkspaceAddress address, SessionStore store) {
        return forPerson(() -> address, store);
    }

    /** As above, for a workspace that may move from one port to another; it is asked for its address at every call. */
    public static SupabaseClient forPerson(Supplier<WorkspaceAddress> address, SessionStore store) {
        return forPerson(address, store, Timeouts.USUAL, InstantSource.system());
    }

    static SupabaseClient forPerson(
            Supplier<WorkspaceAddress> address, SessionStore store, Timeouts timeouts, InstantSource clock) {
        return new SupabaseClient(
                address, timeouts, clock, transport -> new PersonSession(new AuthApi(transport, clock), store, clock));
    }

    /** For a pipeline; the address has the secret key. */
    public static SupabaseClient forPipeline(WorkspaceAddress address) {
        return forPipeline(() -> address);
    }

    /** As above, for a workspace that may move from one port to another; its key stays. */
    public static SupabaseClient forPipeline(Supplier<WorkspaceAddress> address) {
        return new SupabaseClient(
                address,
                Timeouts.USUAL,
                InstantSource.system(),
                _ -> new FixedToken(address.get().apiKey(), new SessionStatus.SecretKey()));
    }

    /** For a program that was handed somebody's token, and cannot renew it; the address has the publishable key. */
    public static SupabaseClient forToken(WorkspaceAddress address, String token) {
        return new SupabaseClient(
                () -> address,
                Timeouts.USUAL,
                InstantSource.system(),
                _ -> new FixedToken(token, new SessionStatus.GivenToken()));
    }

    /** The operations of the wire contract. */
    public FunctionsApi functions() {
        return functions;
    }

    /** Stored files. */
    public StorageApi storage() {
        return storage;
    }

    /** The bytes of images. */
    public ImageFiles images() {
        return images;
    }

    /** On whose behalf this client speaks now. */
    public SessionStatus status() {
        return credentials.status();
    }

    /** Signing in and out. */
    public SignInApi signIn() {
        return signIn;
    }

    /** Signs a person in; {@code Invalid} when email or password is wrong. */
    public void signIn(String email, String password) {
        signIn.withPassword(email, password);
    }

    /** Lets go of connections; calls under way end with {@code Offline}. */
    @Override
    public void close() {
        transport.close();
    }
}
