/**
 * Plays the main job on a workspace by keyboard, without a display, and saves what every screen looks like.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.tour.Tour}.
 */
@NullMarked
package dev.rewarddesk.desktop.tour;

import org.jspecify.annotations.NullMarked;
