/**
 * PostgreSQL's life cycle, the migrations, and the only ways to reach the data.
 *
 * <p>Everything else here goes through {@link dev.rewarddesk.embedded.database.Desk}, which switches role and claims for
 * one transaction.
 */
@NullMarked
package dev.rewarddesk.embedded.database;

import org.jspecify.annotations.NullMarked;
