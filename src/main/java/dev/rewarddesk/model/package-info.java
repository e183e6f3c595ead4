/**
 * The vocabulary of the product: records and small enums that every other package speaks.
 *
 * <p>Knows nothing else of ours. Start reading at {@link dev.rewarddesk.model.ReviewItem}.
 */
@NullMarked
package dev.rewarddesk.model;

import org.jspecify.annotations.NullMarked;
