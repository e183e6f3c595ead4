/**
 * What was decided on this machine and has not reached the workspace: how it stands, and the list of what was refused.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.sending.Sending}.
 */
@NullMarked
package dev.rewarddesk.desktop.sending;

import org.jspecify.annotations.NullMarked;
