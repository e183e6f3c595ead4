/**
 * Where in the program somebody is, and how to go elsewhere.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.navigation.Navigator}.
 */
@NullMarked
package dev.rewarddesk.desktop.navigation;

import org.jspecify.annotations.NullMarked;
