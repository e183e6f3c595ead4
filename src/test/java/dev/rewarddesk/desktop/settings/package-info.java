/** The settings, without a toolkit. */
@NullMarked
package dev.rewarddesk.desktop.settings;

import org.jspecify.annotations.NullMarked;
