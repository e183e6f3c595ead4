/**
 * The wire contract over real HTTP, line by line. It speaks to whatever {@code Workspace} names and knows nothing of what is
 * behind it, so that every mouth can be held to it. Other data may be in that workspace: a test counts only its own.
 */
@NullMarked
package dev.rewarddesk.contract;

import org.jspecify.annotations.NullMarked;
