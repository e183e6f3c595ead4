/** The tour on a real workspace. */
@NullMarked
package dev.rewarddesk.desktop.tour;

import org.jspecify.annotations.NullMarked;
