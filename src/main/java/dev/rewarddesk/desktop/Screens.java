package dev.rewarddesk.desktop;

import dev.rewarddesk.desktop.checkpoints.CheckpointsView;
import dev.rewarddesk.desktop.checkpoints.CheckpointsViewModel;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.library.LibraryView;
import dev.rewarddesk.desktop.library.LibraryViewModel;
import dev.rewarddesk.desktop.navigation.Navigator;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.review.ReviewView;
import dev.rewarddesk.desktop.review.ReviewViewModel;
import dev.rewarddesk.desktop.settings.SettingsView;
import dev.rewarddesk.desktop.settings.SettingsViewModel;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.welcome.WelcomeView;
import dev.rewarddesk.desktop.welcome.WelcomeViewModel;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.settings.Settings;
import java.time.InstantSource;
import javafx.beans.property.ObjectProperty;

/** Makes the screens and gives each what it needs. */
record Screens(
        Services services,
        ObjectProperty<Settings> settings,
        Tasks tasks,
        Overlay overlay,
        Notices notices,
        Navigator navigator,
        CurrentWorkspace workspace) {

    /** A new screen for the route. */
    Screen make(Route route) {
        return switch (route) {
            case Route.Welcome _ ->
                new WelcomeView(new WelcomeViewModel(
                        services.folders(), services.review(), services.sample(), navigator, tasks));
            case Route.Review _ ->
                new ReviewView(
                        new ReviewViewModel(services.review(), workspace, tasks, notices, InstantSource.system()),
                        tasks,
                        overlay.openProperty());
            case Route.Library _ ->
                new LibraryView(
                        new LibraryViewModel(services.library(), workspace, tasks, notices, InstantSource.system()),
                        tasks);
            case Route.Checkpoints _ ->
                new CheckpointsView(
                                new CheckpointsViewModel(services.checkpoints(), workspace, notices, tasks), overlay)
                        .bindKeys();
            case Route.Settings _ -> new SettingsView(new SettingsViewModel(workspace, services.access(), settings));
        };
    }
}
