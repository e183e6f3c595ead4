package dev.rewarddesk.collect.fetch;

import java.io.Serial;

/** Something is not taken. */
public final class RefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.reason().code() + " " + refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public RefusedException(Refusal.Reason reason) {
        this(Refusal.of(reason));
    }

    public Refusal refusal() {
        return refusal;
    }
}
