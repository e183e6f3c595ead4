/**
 * Statistics: what the workspace holds, and whether that is enough to train on.
 *
 * <p>May use model, failure, supabase. Start reading at {@link dev.rewarddesk.statistics.StatisticsService}.
 */
@NullMarked
package dev.rewarddesk.statistics;

import org.jspecify.annotations.NullMarked;
