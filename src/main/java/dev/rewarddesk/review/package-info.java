/**
 * Reviewing: taking items in hand, scoring, skipping and flagging them.
 *
 * <p>May use model, failure, supabase, outbox. Start reading at {@link dev.rewarddesk.review.ReviewService} for what is asked and
 * at {@link dev.rewarddesk.review.Outgoing} for what is told.
 */
@NullMarked
package dev.rewarddesk.review;

import org.jspecify.annotations.NullMarked;
