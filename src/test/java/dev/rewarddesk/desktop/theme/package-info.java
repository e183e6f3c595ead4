@NullMarked
package dev.rewarddesk.desktop.theme;

import org.jspecify.annotations.NullMarked;
