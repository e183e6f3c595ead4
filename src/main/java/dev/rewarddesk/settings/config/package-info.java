/**
 * What a person would otherwise say on the command line each time: the file {@code config.json}, and environment variables that count
 * for more. May touch files that it is told of, and nothing else.
 *
 * <p>Start reading at {@link dev.rewarddesk.settings.config.Configuration}. What there is to set is in {@code docs/config.schema.json},
 * and nowhere else.
 */
@NullMarked
package dev.rewarddesk.settings.config;

import org.jspecify.annotations.NullMarked;
