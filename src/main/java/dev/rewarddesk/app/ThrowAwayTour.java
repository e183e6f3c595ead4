package dev.rewarddesk.app;

import dev.rewarddesk.desktop.tour.Tour;
import dev.rewarddesk.desktop.tour.TourException;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The tour on a workspace that is made for it and removed after it. */
final class ThrowAwayTour {

    private ThrowAwayTour() {}

    static List<Path> play(Path out) {
        try (ThrowAwayFolder folder = ThrowAwayFolder.make();
                LocalWorkspace workspace = LocalWorkspace.open(folder.path().resolve("workspace"))) {
            return Tour.play(workspace.services(), out);
        } catch (TourException stopped) {
            throw new ServiceFailure.Server("tour_stopped", String.valueOf(stopped.getMessage()), null, stopped);
        } catch (UncheckedIOException notWritten) {
            throw new ServiceFailure.Invalid("tour_not_written", String.valueOf(notWritten.getMessage()), null);
        }
    }
}
