/**
 * What a person has chosen about the program itself.
 *
 * <p>Start reading at {@link dev.rewarddesk.settings.Settings}.
 */
@NullMarked
package dev.rewarddesk.settings;

import org.jspecify.annotations.NullMarked;
