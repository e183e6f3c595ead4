/**
 * The local workspace's backend: PostgreSQL, migrations, HTTP routes, sign-in and file storage in one process.
 *
 * <p>A thin mouth over the SQL in {@code supabase/migrations}; never uses the services. Start reading at
 * {@link dev.rewarddesk.embedded.EmbeddedBackend}.
 */
@NullMarked
package dev.rewarddesk.embedded;

import org.jspecify.annotations.NullMarked;
