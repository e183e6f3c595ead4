/**
 * Looks at one image: what it is by its content, what its file tells that nobody should know, how good it is, and what it looks
 * like, so that it is found again among those that were altered a little.
 *
 * <p>Knows neither sites nor workspaces. Start reading at {@link dev.rewarddesk.collect.inspect.Inspector}.
 */
@NullMarked
package dev.rewarddesk.collect.inspect;

import org.jspecify.annotations.NullMarked;
