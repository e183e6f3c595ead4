/**
 * The way into a hosted workspace: connecting to it, and signing in.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.signin.SignInViewModel}.
 */
@NullMarked
package dev.rewarddesk.desktop.signin;

import org.jspecify.annotations.NullMarked;
