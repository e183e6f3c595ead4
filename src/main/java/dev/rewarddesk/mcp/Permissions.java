package dev.rewarddesk.mcp;

import dev.rewarddesk.collect.answer.AnswerSettings;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What clients may have done, as the person at this machine has it; no client can widen it.
 *
 * @param allowPrivate whether this machine and its network may be collected from
 * @param readFiles whether files of this machine may be read, within the client's roots: only for a client that runs here as the same
 *     person
 * @param asking whom to ask about images that came in; empty where nobody is to be asked. May end with a {@code ServiceFailure}
 */
public record Permissions(boolean allowPrivate, boolean readFiles, Supplier<Optional<AnswerSettings>> asking) {}
