package dev.rewarddesk.cli;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Workspace;
import java.nio.file.Path;
import java.util.Locale;

/** Checks that the workspace opens and answers; where there is none yet, that one can be made, in a throw-away folder. */
final class WorkspaceCheck {

    private static final String CHECK = "workspace";

    private WorkspaceCheck() {}

    static Finding notTried() {
        return Finding.note(CHECK, "Not tried, because of what is wrong above.");
    }

    static Finding of(WorkspaceDoor door, Path folder) {
        try {
            return door.isMade(folder) ? opened(door, folder) : made(door);
        } catch (ServiceFailure failure) {
            return Finding.wrong(CHECK, failure.getMessage());
        }
    }

    private static Finding opened(WorkspaceDoor door, Path folder) {
        try (OpenWorkspace workspace = door.open(new WorkspacePlace.Local(folder))) {
            Workspace seen = workspace.account().workspace();
            return Finding.ok(
                    CHECK,
                    "\"%s\" %s; you are its %s."
                            .formatted(
                                    seen.name(),
                                    workspace.isOwn() ? "opens and answers" : "is open in another process and answers",
                                    seen.me().role().name().toLowerCase(Locale.ROOT)));
        }
    }

    private static Finding made(WorkspaceDoor door) {
        door.tryOut(workspace -> workspace.account().workspace());
        return Finding.ok(CHECK, "There is none yet; one could be made, and answered.");
    }
}
