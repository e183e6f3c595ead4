/**
 * The workspace, its keys and the program's look.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.settings.SettingsViewModel}.
 */
@NullMarked
package dev.rewarddesk.desktop.settings;

import org.jspecify.annotations.NullMarked;
