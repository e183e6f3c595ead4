/**
 * Work off the FX thread, written once.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.task.Tasks}.
 */
@NullMarked
package dev.rewarddesk.desktop.task;

import org.jspecify.annotations.NullMarked;
