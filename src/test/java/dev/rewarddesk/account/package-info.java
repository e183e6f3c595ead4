/** Signing in to a real workspace. */
@NullMarked
package dev.rewarddesk.account;

import org.jspecify.annotations.NullMarked;
