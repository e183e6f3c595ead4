/**
 * How the desktop looks: AtlantaFX Primer as the user-agent stylesheet, {@code app.css} with our own looked-up colours on top.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.theme.Appearance}.
 */
@NullMarked
package dev.rewarddesk.desktop.theme;

import org.jspecify.annotations.NullMarked;
