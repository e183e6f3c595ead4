/**
 * The library: everything there is to look through, found again, corrected, put back into the queue.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.library.LibraryViewModel}.
 */
@NullMarked
package dev.rewarddesk.desktop.library;

import org.jspecify.annotations.NullMarked;
