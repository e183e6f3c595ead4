/**
 * What can go wrong when a service is asked for something, as one sealed type.
 *
 * <p>Knows nothing else of ours. Start reading at {@link dev.rewarddesk.failure.ServiceFailure}.
 */
@NullMarked
package dev.rewarddesk.failure;

import org.jspecify.annotations.NullMarked;
