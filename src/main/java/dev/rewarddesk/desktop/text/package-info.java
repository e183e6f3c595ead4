/** All text that people read, from {@code messages.properties}. Start reading at {@link dev.rewarddesk.desktop.text.Texts}. */
@NullMarked
package dev.rewarddesk.desktop.text;

import org.jspecify.annotations.NullMarked;
