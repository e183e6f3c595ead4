/**
 * The window's frame: navigation rail, the current screen, status bar, overlay, toasts.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.shell.ShellView}.
 */
@NullMarked
package dev.rewarddesk.desktop.shell;

import org.jspecify.annotations.NullMarked;
