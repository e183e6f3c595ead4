package dev.rewarddesk.cli;

import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CollectSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an assistant may have done, as whoever starts the program says.
 *
 * @param collecting how it collects where it says nothing itself, and whether from this machine and its network, too
 * @param most what it can ask for at most
 * @param files folders of this machine that files may be read from, within what a client declares as its roots; none where it is empty
 * @param asking whom to ask about images that come in; empty where nobody is to be asked. May end with a {@code ServiceFailure}
 */
public record AssistantOptions(
        CollectSettings collecting, Bounds most, List<Path> files, Supplier<Optional<AnswerSettings>> asking) {}
