/**
 * The leads' screen of who belongs to the workspace.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.members.MembersViewModel}.
 */
@NullMarked
package dev.rewarddesk.desktop.members;

import org.jspecify.annotations.NullMarked;
