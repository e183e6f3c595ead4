@NullMarked
package dev.rewarddesk.desktop.guidelines;

import org.jspecify.annotations.NullMarked;
