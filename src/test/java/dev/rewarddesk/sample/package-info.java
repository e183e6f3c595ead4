/**
 * Draws the sample workspace's pictures and the product's icon, so that both can be changed and drawn again.
 *
 * <p>Start reading at {@link dev.rewarddesk.sample.DrawSample} and {@link dev.rewarddesk.sample.Catalogue}. The rooms
 * inside: {@code brush} knows Java2D, {@code motif} draws things that several pictures share, {@code scene} holds one
 * class a picture. It needs nothing of the product itself.
 */
@NullMarked
package dev.rewarddesk.sample;

import org.jspecify.annotations.NullMarked;
