/** The desktop as a whole: real FXML on the headless platform. */
@NullMarked
package dev.rewarddesk.desktop;

import org.jspecify.annotations.NullMarked;
