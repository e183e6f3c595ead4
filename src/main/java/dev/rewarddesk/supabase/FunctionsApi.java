package dev.rewarddesk.supabase;

import java.util.UUID;

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
}
