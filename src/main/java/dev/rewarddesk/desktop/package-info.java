/**
 * The desktop: one window, one folder a screen, model-view-view model.
 *
 * <p>May use the services, model, failure and settings; {@code app} hands the services over. Data flows one way: service,
 * view model property, binding, node; input, view model command, service. Start reading at
 * {@link dev.rewarddesk.desktop.DesktopApp}, then {@link dev.rewarddesk.desktop.Screens}.
 */
@NullMarked
package dev.rewarddesk.desktop;

import org.jspecify.annotations.NullMarked;
