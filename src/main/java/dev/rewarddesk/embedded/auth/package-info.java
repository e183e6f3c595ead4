/**
 * {@code /auth/v1}: the part of Supabase's sign-in that a client needs, over the tables of the schema {@code auth}.
 *
 * <p>Start reading at {@link dev.rewarddesk.embedded.auth.AuthRoutes}.
 */
@NullMarked
package dev.rewarddesk.embedded.auth;

import org.jspecify.annotations.NullMarked;
