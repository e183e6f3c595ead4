/**
 * Asking a model about images and sending what it answers to the workspace: within a budget, never twice for the same.
 *
 * <p>May use failure, supabase and, within collect, prompt and journal. Start reading at {@link
 * dev.rewarddesk.collect.answer.AnswerRun}.
 */
@NullMarked
package dev.rewarddesk.collect.answer;

import org.jspecify.annotations.NullMarked;
