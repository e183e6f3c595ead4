/**
 * Controls that several screens share.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.control.Fxml}.
 */
@NullMarked
package dev.rewarddesk.desktop.control;

import org.jspecify.annotations.NullMarked;
