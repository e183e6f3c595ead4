/**
 * Checkpoints: recording, activating and rolling back.
 *
 * <p>May use model, failure, supabase. Start reading at {@link dev.rewarddesk.checkpoint.CheckpointService}.
 */
@NullMarked
package dev.rewarddesk.checkpoint;

import org.jspecify.annotations.NullMarked;
