package dev.rewarddesk.supabase;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The operations of the wire contract, at {@code /functions/v1}. */
public final class FunctionsApi {

    private static final String BASE = "/functions/v1/";

    private final Authorized authorized;

    FunctionsApi(Authorized authorized) {
        this.authorized = authorized;
    }

    /** A call that reads, such as of {@code rft-checkpoints/history}. */
    public static Call get(String operation) {
        return Call.get(BASE + operation);
    }

    /** A call that adds or acts. */
    public static Call post(String operation) {
        return Call.post(BASE + operation);
    }

    /** A call that changes what is there. */
    public static Call put(String operation) {
        return Call.put(BASE + operation);
    }

    /** A call that takes away. */
    public static Call delete(String operation) {
        return Call.delete(BASE + operation);
    }

    /** The same for that person alone: while somebody else is signed in, calls end with {@code SignedOut}. */
    public FunctionsApi onlyAs(UUID person) {
        return new FunctionsApi(authorized.onlyAs(person));
    }

    /** Sends the call and waits for its answer; ends with a {@code ServiceFailure} where there is no good one. */
    public Answer send(Call call) {
        return authorized.send(call);
    }

    /**
     * Asks for a state that is known already, without having it sent again; empty where it is still the one of that tag. Ends with a
     * {@code ServiceFailure} as any call does.
     *
     * @param state a call for the state as a document with an {@link Answer#etag etag}
     * @param tag of what is known; empty where nothing is
     */
    public Optional<Answer> other(Call state, String tag) {
        return authorized.other(state, tag);
    }

    /**
     * Follows a state as it changes, until what is answered is closed: by the workspace's stream of events, or by asking every
     * few seconds where it has none. Connections that break are made again.
     *
     * @param events a call for server-sent events, each with the state as its data
     * @param state a call for the state as a document with an {@code etag}
     * @param listener told the state now and whenever it is another, on a thread of its own
     * @param others told the name and data of events that are not the state, on the same thread
     */
    public Following follow(Call events, Call state, Consumer<Answer> listener, BiConsumer<String, Answer> others) {
        return authorized.follow(events, state, listener, others);
    }
}
