@NullMarked
package dev.rewarddesk.desktop.markdown;

import org.jspecify.annotations.NullMarked;
