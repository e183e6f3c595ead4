/** Importing, without a toolkit. */
@NullMarked
package dev.rewarddesk.desktop.welcome;

import org.jspecify.annotations.NullMarked;
