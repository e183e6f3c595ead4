/**
 * Pictures from bytes of unknown origin: what they are, and their pixels in the size that is needed. Knows no toolkit.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.image.Picture}.
 */
@NullMarked
package dev.rewarddesk.desktop.image;

import org.jspecify.annotations.NullMarked;
