/**
 * Proofs that what was decided arrives, once and unchanged, whatever happens on the way: a line with faults ({@link
 * dev.rewarddesk.fault.FaultSuite}) and processes that are killed ({@link dev.rewarddesk.fault.KillSuite}). Tests run a few; {@code mvn
 * exec:exec@fault-suite} and {@code exec:exec@kill-suite} run many.
 */
@NullMarked
package dev.rewarddesk.fault;

import org.jspecify.annotations.NullMarked;
