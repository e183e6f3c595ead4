/** The gate, tested by itself. */
@NullMarked
package dev.rewarddesk.embedded.access;

import org.jspecify.annotations.NullMarked;
