/**
 * What a person has chosen about the program itself.
 *
 * <p>Start reading at {@link dev.rewarddesk.settings.Settings}; {@link dev.rewarddesk.settings.SettingsFile} keeps it, {@link dev.rewarddesk.settings.Folders} says where.
 */
@NullMarked
package dev.rewarddesk.settings;

import org.jspecify.annotations.NullMarked;
