package dev.rewarddesk.desktop;

import dev.rewarddesk.desktop.checkpoints.CheckpointsView;
import dev.rewarddesk.desktop.checkpoints.CheckpointsViewModel;
import dev.rewarddesk.desktop.collect.CollectDesk;
import dev.rewarddesk.desktop.collect.CollectParts;
import dev.rewarddesk.desktop.collect.CollectView;
import dev.rewarddesk.desktop.collect.RunPart;
import dev.rewarddesk.desktop.collect.SessionsPart;
import dev.rewarddesk.desktop.collect.SessionsViewModel;
import dev.rewarddesk.desktop.collect.answer.AnswerView;
import dev.rewarddesk.desktop.collect.answer.AnswerViewModel;
import dev.rewarddesk.desktop.collect.answer.Answering;
import dev.rewarddesk.desktop.collect.groups.GroupsView;
import dev.rewarddesk.desktop.collect.groups.GroupsViewModel;
import dev.rewarddesk.desktop.comparison.SaveDialog;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.guidelines.GuidelinesView;
import dev.rewarddesk.desktop.guidelines.GuidelinesViewModel;
import dev.rewarddesk.desktop.image.ImageSource;
import dev.rewarddesk.desktop.library.LibraryView;
import dev.rewarddesk.desktop.library.LibraryViewModel;
import dev.rewarddesk.desktop.members.MembersView;
import dev.rewarddesk.desktop.members.MembersViewModel;
import dev.rewarddesk.desktop.navigation.Navigator;
import dev.rewarddesk.desktop.navigation.Route;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.review.ReviewView;
import dev.rewarddesk.desktop.review.ReviewViewModel;
import dev.rewarddesk.desktop.sending.Sending;
import dev.rewarddesk.desktop.settings.GuardRailsViewModel;
import dev.rewarddesk.desktop.settings.ReviewRulesViewModel;
import dev.rewarddesk.desktop.settings.SettingsView;
import dev.rewarddesk.desktop.settings.SettingsViewModel;
import dev.rewarddesk.desktop.settings.UnsavedSettings;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.welcome.WelcomeView;
import dev.rewarddesk.desktop.welcome.WelcomeViewModel;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.settings.Settings;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;

/** Makes the screens and gives each what it needs. */
record Screens(
        Services services,
        ObjectProperty<Settings> settings,
        Tasks tasks,
        Overlay overlay,
        Notices notices,
        Navigator navigator,
        CurrentWorkspace workspace,
        Sending sending,
        ImageSource images,
        ReviewViewModel review,
        CollectDesk collecting,
        Answering answering,
        Runnable connect) {

    /** A new screen for the route. */
    Screen make(Route route) {
        return switch (route) {
            case Route.Welcome _ ->
                new WelcomeView(
                        new WelcomeViewModel(
                                services.folders(), services.review(), services.sample(), navigator, tasks),
                        connect);
            case Route.Review _ ->
                new ReviewView(
                        review,
                        tasks,
                        settings,
                        overlay,
                        new GuidelinesView(new GuidelinesViewModel(workspace, settings), new Browser(tasks, notices)));
            case Route.Library _ ->
                new LibraryView(
                        new LibraryViewModel(
                                services.library(),
                                services.outgoing(),
                                sending,
                                images,
                                services.pictures().memory(),
                                workspace,
                                tasks,
                                notices,
                                InstantSource.system(),
                                settings.map(chosen -> chosen.looking().blurred())),
                        tasks);
            case Route.Checkpoints _ ->
                new CheckpointsView(
                                new CheckpointsViewModel(
                                        services.checkpoints(),
                                        workspace,
                                        notices,
                                        tasks,
                                        Clock.system(ZoneId.systemDefault()),
                                        services.review()::bytesOf),
                                overlay,
                                new SaveDialog(() -> overlay.getScene().getWindow()))
                        .bindKeys();
            case Route.Collect _ ->
                new CollectView(
                        new CollectParts(
                                new RunPart(collecting, services.collecting()::thumbnail, tasks),
                                new SessionsPart(new SessionsViewModel(services.collecting(), collecting, tasks)),
                                new GroupsView(new GroupsViewModel(services.collecting(), tasks)),
                                new AnswerView(new AnswerViewModel(
                                        services.answers(),
                                        services.collecting(),
                                        services.endpoints(),
                                        answering,
                                        notices,
                                        tasks))),
                        workspace.workspaceProperty().map(_ -> workspace.maySteer()));
            case Route.Members _ ->
                new MembersView(new MembersViewModel(services.members(), workspace, notices, tasks), overlay);
            case Route.Settings _ -> {
                ReviewRulesViewModel rules = new ReviewRulesViewModel(services.account(), workspace, notices, tasks);
                GuardRailsViewModel rails = new GuardRailsViewModel(services.account(), workspace, notices, tasks);
                yield new SettingsView(
                        new SettingsViewModel(workspace, services.access(), settings),
                        rules,
                        rails,
                        new UnsavedSettings(notices, rules, rails),
                        new Browser(tasks, notices));
            }
        };
    }
}
