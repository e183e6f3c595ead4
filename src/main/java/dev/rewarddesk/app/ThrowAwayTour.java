package dev.rewarddesk.app;

import dev.rewarddesk.desktop.tour.Tour;
import dev.rewarddesk.desktop.tour.TourException;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tour on a workspace that is made for it and removed after it. */
final class ThrowAwayTour {

    private ThrowAwayTour() {}

    static List<Path> play(Path out) {
        make(out);
        Logs.into(out.resolve("logs"));
        CuttableLine line = new CuttableLine();
        try (ThrowAwayFolder folder = ThrowAwayFolder.make();
                LocalWorkspace workspace = LocalWorkspace.open(folder.path(), line::lead)) {
            Colleagues colleagues = new Colleagues(workspace.account(), workspace.members(), workspace::nobody);
            return Tour.play(
                    workspace.services(folder.path().resolve("cache")), line, colleagues::scoreEverything, out);
        } catch (TourException stuck) {
            throw new ServiceFailure.Server(
                    "tour_failed", "The tour could not go on: " + stuck.getMessage(), null, stuck);
        }
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
