package dev.rewarddesk.cli;

import dev.rewarddesk.collect.answer.AnswerSettings;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an assistant may have done, as whoever starts the program says.
 *
 * @param allowPrivate whether this machine and its network may be collected from
 * @param asking whom to ask about images that come in; empty where nobody is to be asked. May end with a {@code ServiceFailure}
 */
public record AssistantOptions(boolean allowPrivate, Supplier<Optional<AnswerSettings>> asking) {}
