/**
 * The model's checkpoints: which there are, which is active, and how it came to be.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.checkpoints.CheckpointsViewModel}.
 */
@NullMarked
package dev.rewarddesk.desktop.checkpoints;

import org.jspecify.annotations.NullMarked;
