/**
 * Looking through the workspace's responses and rewards, and putting right what is found.
 *
 * <p>May use model, failure, supabase. Start reading at {@link dev.rewarddesk.library.LibraryService}.
 */
@NullMarked
package dev.rewarddesk.library;

import org.jspecify.annotations.NullMarked;
