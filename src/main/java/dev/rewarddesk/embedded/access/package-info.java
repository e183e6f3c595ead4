/**
 * Who is calling: keys, access tokens, and the caller that follows from them.
 *
 * <p>Start reading at {@link dev.rewarddesk.embedded.access.Gate}.
 */
@NullMarked
package dev.rewarddesk.embedded.access;

import org.jspecify.annotations.NullMarked;
