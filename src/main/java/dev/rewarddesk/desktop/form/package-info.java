/**
 * What forms are made of, without nodes.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.form.TextEntry}.
 */
@NullMarked
package dev.rewarddesk.desktop.form;

import org.jspecify.annotations.NullMarked;
