/**
 * What collecting did, kept durably on this machine in two SQLite files of the workspace's folder: every run, what it met, and what
 * sites know their documents by; and what models answered. What was cut off goes on from what is written here.
 *
 * <p>Start reading at {@link dev.rewarddesk.collect.journal.Journal} and {@link dev.rewarddesk.collect.journal.AnswerJournal}.
 */
@NullMarked
package dev.rewarddesk.collect.journal;

import org.jspecify.annotations.NullMarked;
