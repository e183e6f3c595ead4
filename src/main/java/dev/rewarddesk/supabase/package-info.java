/**
 * The only API client: HTTP transport, sessions and their refresh, typed calls for auth, functions and storage.
 *
 * <p>Speaks {@code wire-contract}; may use model and failure, and is the only room for OkHttp besides collect. Start
 * reading at {@link dev.rewarddesk.supabase.SupabaseClient}.
 */
@NullMarked
package dev.rewarddesk.supabase;

import org.jspecify.annotations.NullMarked;
