/** The parts of the file storage that are worth testing by themselves. */
@NullMarked
package dev.rewarddesk.embedded.storage;

import org.jspecify.annotations.NullMarked;
