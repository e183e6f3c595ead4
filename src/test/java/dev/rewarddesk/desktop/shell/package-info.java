/** The frame, without a toolkit. */
@NullMarked
package dev.rewarddesk.desktop.shell;

import org.jspecify.annotations.NullMarked;
