/** The pages before a workspace. */
@NullMarked
package dev.rewarddesk.desktop.signin;

import org.jspecify.annotations.NullMarked;
