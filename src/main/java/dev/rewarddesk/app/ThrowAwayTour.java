package dev.rewarddesk.app;

import dev.rewarddesk.desktop.tour.Tour;
import dev.rewarddesk.desktop.tour.TourException;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.Endpoints;
import dev.rewarddesk.settings.WorkspacesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tour on a workspace that is made for it and removed after it. */
final class ThrowAwayTour {

    private ThrowAwayTour() {}

    static List<Path> play(Path out) {
        make(out);
        Logs.into(out.resolve("logs"));
        CuttableLine line = new CuttableLine();
        try (ThrowAwayFolder folder = ThrowAwayFolder.make();
                LocalWorkspace workspace = LocalWorkspace.open(folder.path(), line::lead);
                SampleSite site = SampleSite.open()) {
            Colleagues colleagues = new Colleagues(workspace.account(), workspace.members(), workspace::nobody);
            List<Path> pictures = new ArrayList<>(Tour.play(
                    workspace.services(folder.path().resolve("cache"), endpoints(folder.path())),
                    line,
                    colleagues::scoreEverything,
                    site,
                    out));
            pictures.addAll(enter(workspace, folder.path(), out));
            return pictures;
        } catch (TourException stuck) {
            throw new ServiceFailure.Server(
                    "tour_failed", "The tour could not go on: " + stuck.getMessage(), null, stuck);
        }
    }

    // What is local is to a guest what a hosted one would be: a URL and a key.
    private static List<Path> enter(LocalWorkspace workspace, Path folder, Path out) {
        WorkspaceAccess access = workspace
                .services(folder.resolve("cache"), endpoints(folder))
                .access()
                .get();
        WorkspacesFile file = new WorkspacesFile(folder.resolve("workspaces.json"));
        try (OpenedWorkspaces known = new OpenedWorkspaces(
                folder, folder.resolve("hosted"), folder.resolve("cache"), file, new NoKeychain(), endpoints(folder))) {
            known.connect(access.url().toString(), access.publishableKey());
            Tour.Guest guest = new Tour.Guest(
                    access.url().toString(), access.publishableKey(), Colleagues.ADA, Colleagues.PASSWORD);
            return Tour.enter(known, guest, out);
        }
    }

    private static Endpoints endpoints(Path folder) {
        return OwnEndpoints.in(folder, new NoKeychain());
    }

    private static void make(Path out) {
        try {
            Files.createDirectories(out);
        } catch (IOException refused) {
            throw new ServiceFailure.Invalid(
                    "no_folder_for_pictures",
                    "The folder " + out + " for the pictures cannot be made. Nothing was played; name another.",
                    null);
        }
    }
}
