/** The client against a server that misbehaves as told. */
@NullMarked
package dev.rewarddesk.supabase;

import org.jspecify.annotations.NullMarked;
