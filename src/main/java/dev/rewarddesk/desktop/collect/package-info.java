/**
 * The screen where leads collect images from websites: a run, the runs before it, what looks alike, and models' answers.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.collect.CollectView}; what goes on while other screens are shown is in {@link
 * dev.rewarddesk.desktop.collect.CollectDesk}.
 */
@NullMarked
package dev.rewarddesk.desktop.collect;

import org.jspecify.annotations.NullMarked;
