/** Reviewing on a real workspace. */
@NullMarked
package dev.rewarddesk.review;

import org.jspecify.annotations.NullMarked;
