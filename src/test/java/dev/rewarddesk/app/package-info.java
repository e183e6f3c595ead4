/** The parts put together. */
@NullMarked
package dev.rewarddesk.app;

import org.jspecify.annotations.NullMarked;
