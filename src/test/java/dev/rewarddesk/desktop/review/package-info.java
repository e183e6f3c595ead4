/** Tests of the Review screen, on a real backend. */
@NullMarked
package dev.rewarddesk.desktop.review;

import org.jspecify.annotations.NullMarked;
