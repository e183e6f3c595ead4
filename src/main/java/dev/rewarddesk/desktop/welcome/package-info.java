/**
 * Bringing data into the workspace: the sample, or a folder of one's own.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.welcome.WelcomeViewModel}.
 */
@NullMarked
package dev.rewarddesk.desktop.welcome;

import org.jspecify.annotations.NullMarked;
