package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.prompt.Prompt;
import java.util.UUID;

/**
 * One answer that is wanted.
 *
 * @param id of the response that it becomes
 * @param sample which of several answers to the same prompt, from 0
 */
record Question(UUID id, UUID image, Prompt prompt, int sample) {}
