/** Importing folders, good and bad, into a pretended and a real workspace. */
@NullMarked
package dev.rewarddesk.collect;

import org.jspecify.annotations.NullMarked;
