/**
 * The workspace's guidelines beside the item that is scored.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.guidelines.GuidelinesViewModel}.
 */
@NullMarked
package dev.rewarddesk.desktop.guidelines;

import org.jspecify.annotations.NullMarked;
