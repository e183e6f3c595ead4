/** Tests of the configuration. */
@NullMarked
package dev.rewarddesk.settings.config;

import org.jspecify.annotations.NullMarked;
