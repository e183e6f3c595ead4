/** Tests of what several rooms need of the disk. */
@NullMarked
package dev.rewarddesk.disk;

import org.jspecify.annotations.NullMarked;
