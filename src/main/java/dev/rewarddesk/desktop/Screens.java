package dev.rewarddesk.desktop;

import dev.rewarddesk.desktop.navigation.Navigator;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.settings.Settings;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** Makes the screens and gives each what it needs. */
record Screens(
        Services services,
        ObjectProperty<Settings> settings,
        Tasks tasks,
        Notices notices,
        Navigator navigator,
        CurrentWorkspace workspace) {

    /** A new screen for the route. */
    Screen make(Route route) {
        return switch (route) {
            case Route.Welcome _ -> new Blank(new StackPane());
            case Route.Review _ -> new Blank(new StackPane());
            case Route.Checkpoints _ -> new Blank(new StackPane());
            case Route.Settings _ -> new Blank(new StackPane());
        };
    }

    private record Blank(Parent root) implements Screen {}
}
