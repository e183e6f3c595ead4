/** Tests of what is kept until it is sent. */
@NullMarked
package dev.rewarddesk.outbox;

import org.jspecify.annotations.NullMarked;
