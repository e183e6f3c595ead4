/** The texts' catalogue. */
@NullMarked
package dev.rewarddesk.desktop.text;

import org.jspecify.annotations.NullMarked;
