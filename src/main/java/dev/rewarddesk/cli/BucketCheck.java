package dev.rewarddesk.cli;

import dev.rewarddesk.failure.ServiceFailure;
import java.nio.file.Path;

/** Checks that images can be kept where the workspace says. */
final class BucketCheck {

    private static final String CHECK = "images";

    private BucketCheck() {}

    static Finding of(WorkspaceDoor door, Path folder) {
        try {
            return door.checkBucket(folder)
                    .map(bucket ->
                            Finding.ok(CHECK, "An object was stored in the %s, read and removed.".formatted(bucket)))
                    .orElseGet(() -> Finding.ok(CHECK, "Kept in the workspace's folder."));
        } catch (ServiceFailure failure) {
            return Finding.wrong(CHECK, failure.getMessage());
        }
    }
}
