@NullMarked
package dev.rewarddesk.collect.answer;

import org.jspecify.annotations.NullMarked;
