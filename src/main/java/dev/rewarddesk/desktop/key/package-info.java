/**
 * The one catalogue of key bindings; menus, tooltips and the cheat sheet read it.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.key.Shortcut}.
 */
@NullMarked
package dev.rewarddesk.desktop.key;

import org.jspecify.annotations.NullMarked;
