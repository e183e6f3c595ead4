/**
 * What must stay with the user: keys and passwords of one workspace.
 *
 * <p>Start reading at {@link dev.rewarddesk.embedded.secret.Secrets}.
 */
@NullMarked
package dev.rewarddesk.embedded.secret;

import org.jspecify.annotations.NullMarked;
