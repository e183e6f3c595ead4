@NullMarked
package dev.rewarddesk.collect.fetch;

import org.jspecify.annotations.NullMarked;
