/** Checkpoints on a real workspace. */
@NullMarked
package dev.rewarddesk.checkpoint;

import org.jspecify.annotations.NullMarked;
