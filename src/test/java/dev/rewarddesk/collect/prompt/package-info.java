@NullMarked
package dev.rewarddesk.collect.prompt;

import org.jspecify.annotations.NullMarked;
