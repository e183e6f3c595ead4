/**
 * What a person has chosen about the program itself, and whom they have answers from.
 *
 * <p>Start reading at {@link dev.rewarddesk.settings.Settings}; {@link dev.rewarddesk.settings.SettingsFile} keeps it, {@link dev.rewarddesk.settings.Folders} says where.
 * {@link dev.rewarddesk.settings.Endpoints} is whom answers come from.
 */
@NullMarked
package dev.rewarddesk.settings;

import org.jspecify.annotations.NullMarked;
