/** The checkpoints' view models, without a toolkit. */
@NullMarked
package dev.rewarddesk.desktop.checkpoints;

import org.jspecify.annotations.NullMarked;
