/** The desk's background work. */
@NullMarked
package dev.rewarddesk.desktop.task;

import org.jspecify.annotations.NullMarked;
