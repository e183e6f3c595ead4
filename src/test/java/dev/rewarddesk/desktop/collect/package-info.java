@NullMarked
package dev.rewarddesk.desktop.collect;

import org.jspecify.annotations.NullMarked;
