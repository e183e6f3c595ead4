/**
 * The open workspace as every screen may see it: who is signed in, whether it answers, how it is reached.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.workspace.CurrentWorkspace}.
 */
@NullMarked
package dev.rewarddesk.desktop.workspace;

import org.jspecify.annotations.NullMarked;
