/**
 * {@code /storage/v1} and uploads: images judged by content, kept once by hash, given out to whoever may see them.
 *
 * <p>Start reading at {@link dev.rewarddesk.embedded.storage.StorageRoutes}.
 */
@NullMarked
package dev.rewarddesk.embedded.storage;

import org.jspecify.annotations.NullMarked;
