/** Settings in files that may say anything. */
@NullMarked
package dev.rewarddesk.settings;

import org.jspecify.annotations.NullMarked;
