/**
 * Tests of the SQL in {@code supabase/migrations} on a real PostgreSQL 17, as the roles that a mouth takes. Start with
 * {@code TestDatabase}.
 */
@NullMarked
package dev.rewarddesk.brain;

import org.jspecify.annotations.NullMarked;
