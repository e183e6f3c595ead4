/** Tests of the shared controls. */
@NullMarked
package dev.rewarddesk.desktop.control;

import org.jspecify.annotations.NullMarked;
