/**
 * What several rooms need of this machine's disk: files closed to others, rights that one process has at a time, and SQLite's own
 * program.
 *
 * <p>May use nothing of ours. Start reading at {@link dev.rewarddesk.disk.PrivateFiles}.
 */
@NullMarked
package dev.rewarddesk.disk;

import org.jspecify.annotations.NullMarked;
