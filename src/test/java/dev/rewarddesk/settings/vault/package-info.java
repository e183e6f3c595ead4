@NullMarked
package dev.rewarddesk.settings.vault;

import org.jspecify.annotations.NullMarked;
