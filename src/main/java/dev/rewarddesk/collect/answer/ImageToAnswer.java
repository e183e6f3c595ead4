package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.prompt.PageContext;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * An image in the workspace that a model is to be asked about.
 *
 * @param context what is known of it, its category included
 * @param bytes gets the file, on the thread that needs it; may end with a {@code ServiceFailure}
 */
public record ImageToAnswer(UUID id, PageContext context, Supplier<byte[]> bytes) {}
