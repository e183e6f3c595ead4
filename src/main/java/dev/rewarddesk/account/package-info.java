/**
 * Who is signed in, and what they may do in the workspace.
 *
 * <p>May use model, failure, supabase. Start reading at {@link dev.rewarddesk.account.AccountService}.
 */
@NullMarked
package dev.rewarddesk.account;

import org.jspecify.annotations.NullMarked;
