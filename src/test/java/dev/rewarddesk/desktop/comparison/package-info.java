/** Comparing two checkpoints. */
@NullMarked
package dev.rewarddesk.desktop.comparison;

import org.jspecify.annotations.NullMarked;
