/** The house rules that a build can check: who may import whom, and how sources are formatted. */
@NullMarked
package dev.rewarddesk.house;

import org.jspecify.annotations.NullMarked;
