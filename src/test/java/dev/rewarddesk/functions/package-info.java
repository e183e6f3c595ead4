/** The edge functions on this machine: Deno itself, and the functions served by it. */
@NullMarked
package dev.rewarddesk.functions;

import org.jspecify.annotations.NullMarked;
