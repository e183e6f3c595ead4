/**
 * Secrets at rest: a key in the system's keychain, or in a private file where there is none, and files sealed with it.
 *
 * <p>Start reading at {@link dev.rewarddesk.settings.vault.SealedFile}.
 */
@NullMarked
package dev.rewarddesk.settings.vault;

import org.jspecify.annotations.NullMarked;
