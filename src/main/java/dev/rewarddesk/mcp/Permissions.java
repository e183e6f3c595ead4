package dev.rewarddesk.mcp;

import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CollectSettings;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What clients may have done, as the person at this machine has it; no client can widen it.
 *
 * @param collecting how sites are collected from where a client says nothing, and whether this machine and its network are, too
 * @param most what a client can ask for at most
 * @param readFiles whether files of this machine may be read, within the client's roots: only for a client that runs here as the same
 *     person
 * @param asking whom to ask about images that came in; empty where nobody is to be asked. May end with a {@code ServiceFailure}
 */
public record Permissions(
        CollectSettings collecting, Bounds most, boolean readFiles, Supplier<Optional<AnswerSettings>> asking) {}
