package dev.rewarddesk.mcp;

import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CollectSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What clients may have done, as the person at this machine has it; no client can widen it.
 *
 * @param collecting how sites are collected from where a client says nothing, and whether this machine and its network are, too
 * @param most what a client can ask for at most
 * @param files folders that files may be read from, within the client's roots, with all links followed; none where it is empty
 * @param asking whom to ask about images that came in; empty where nobody is to be asked. May end with a {@code ServiceFailure}
 */
public record Permissions(
        CollectSettings collecting, Bounds most, List<Path> files, Supplier<Optional<AnswerSettings>> asking) {}
