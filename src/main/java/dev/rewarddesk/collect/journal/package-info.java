/**
 * What collecting did, kept durably on this machine in one SQLite file of the workspace's folder: every run, what it met, and what
 * sites know their documents by. A run that was cut off goes on from what is written here.
 *
 * <p>Start reading at {@link dev.rewarddesk.collect.journal.Journal}.
 */
@NullMarked
package dev.rewarddesk.collect.journal;

import org.jspecify.annotations.NullMarked;
