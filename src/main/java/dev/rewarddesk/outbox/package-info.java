/**
 * What was decided on this machine and has not reached the workspace yet: kept durably in an SQLite file, sent in the background.
 *
 * <p>May use model, failure and disk; one of the few rooms for {@code java.sql}. Start reading at {@link
 * dev.rewarddesk.outbox.Outbox} for what is kept and at {@link dev.rewarddesk.outbox.Delivery} for how it is sent.
 */
@NullMarked
package dev.rewarddesk.outbox;

import org.jspecify.annotations.NullMarked;
