/**
 * The one catalogue of what the desktop tells and asks: short notices, failures, questions.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.notice.Notices}.
 */
@NullMarked
package dev.rewarddesk.desktop.notice;

import org.jspecify.annotations.NullMarked;
