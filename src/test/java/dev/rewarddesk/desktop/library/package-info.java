@NullMarked
package dev.rewarddesk.desktop.library;

import org.jspecify.annotations.NullMarked;
