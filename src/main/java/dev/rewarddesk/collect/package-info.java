/**
 * Bringing images and responses in.
 *
 * <p>May use model, failure, supabase. Start reading at {@link dev.rewarddesk.collect.FolderImport}.
 */
@NullMarked
package dev.rewarddesk.collect;

import org.jspecify.annotations.NullMarked;
