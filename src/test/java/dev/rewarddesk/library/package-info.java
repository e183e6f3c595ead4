@NullMarked
package dev.rewarddesk.library;

import org.jspecify.annotations.NullMarked;
