package dev.rewarddesk.mcp;

import java.util.Optional;

/** Tells who holds a token. May be asked by many threads. */
public interface Visitors {

    /** Whoever holds it; empty where it is none of this workspace, or none any more. Ends with a {@code ServiceFailure} where that cannot be known. */
    Optional<Visitor> by(String token);
}
