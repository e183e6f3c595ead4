/**
 * The Review screen: an image beside a model's answer, a score, and on to the next.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.review.ReviewViewModel}; {@link dev.rewarddesk.desktop.review.ReviewView}
 * shows it.
 */
@NullMarked
package dev.rewarddesk.desktop.review;

import org.jspecify.annotations.NullMarked;
