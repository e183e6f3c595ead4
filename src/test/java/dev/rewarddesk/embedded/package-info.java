/**
 * The backend over real HTTP and real PostgreSQL.
 *
 * <p>Start reading at {@link dev.rewarddesk.embedded.TestBackend}, which other suites use as well.
 */
@NullMarked
package dev.rewarddesk.embedded;

import org.jspecify.annotations.NullMarked;
