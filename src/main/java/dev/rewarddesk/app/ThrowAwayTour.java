package dev.rewarddesk.app;

import dev.rewarddesk.failure.ServiceFailure;
import java.nio.file.Path;
import java.util.List;

/** The tour on a workspace that is made for it and removed after it. */
final class ThrowAwayTour {

    private ThrowAwayTour() {}

    static List<Path> play(Path out) {
        throw new ServiceFailure.Server("no_tour", "The tour to " + out + " is not in this build.", null, null);
    }
}
