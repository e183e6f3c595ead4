@NullMarked
package dev.rewarddesk.collect.journal;

import org.jspecify.annotations.NullMarked;
