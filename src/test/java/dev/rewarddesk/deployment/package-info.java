/** What brings a hosted project up to date: the script, the migrations on other ground than our own, and Supabase's own tools. */
@NullMarked
package dev.rewarddesk.deployment;

import org.jspecify.annotations.NullMarked;
