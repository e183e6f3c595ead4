/**
 * Reviewing: taking items in hand, scoring, skipping and flagging them.
 *
 * <p>May use model, failure, supabase. Start reading at {@link dev.rewarddesk.review.ReviewService}.
 */
@NullMarked
package dev.rewarddesk.review;

import org.jspecify.annotations.NullMarked;
