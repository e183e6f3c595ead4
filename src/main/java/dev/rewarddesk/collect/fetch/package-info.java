/**
 * Asking the open web for something without being led where one must not go: bounded in size and time, every step of a redirect
 * judged, every connection's address checked.
 *
 * <p>Start reading at {@link dev.rewarddesk.collect.fetch.Fetcher}.
 */
@NullMarked
package dev.rewarddesk.collect.fetch;

import org.jspecify.annotations.NullMarked;
