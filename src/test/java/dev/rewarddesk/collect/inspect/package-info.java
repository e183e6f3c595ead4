/** Tests of what an image is, what it tells and what it looks like. */
@NullMarked
package dev.rewarddesk.collect.inspect;

import org.jspecify.annotations.NullMarked;
