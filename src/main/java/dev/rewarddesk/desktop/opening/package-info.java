/** What the window shows while the workspace is being opened. */
@NullMarked
package dev.rewarddesk.desktop.opening;

import org.jspecify.annotations.NullMarked;
