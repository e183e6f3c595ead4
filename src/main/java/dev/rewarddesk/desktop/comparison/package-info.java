/**
 * Two checkpoints beside each other: which is better, how sure that is, where it shows; to look at and to take away.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.comparison.ComparisonViewModel}.
 */
@NullMarked
package dev.rewarddesk.desktop.comparison;

import org.jspecify.annotations.NullMarked;
