/** Tests of decoding. */
@NullMarked
package dev.rewarddesk.desktop.image;

import org.jspecify.annotations.NullMarked;
