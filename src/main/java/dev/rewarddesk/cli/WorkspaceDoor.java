package dev.rewarddesk.cli;

import java.nio.file.Path;

/** What commands need and do not know how to make. Every method ends with a {@code ServiceFailure} when it fails. */
public interface WorkspaceDoor {

    /** Where the local workspace is when no command says otherwise. */
    Path usualFolder();

    /** Opens the workspace in this process, or joins the process that has it open; makes it where there is none. */
    OpenWorkspace open(Path folder);

    /**
     * Opens the workspace in this process for others to use.
     *
     * @param port 0 for any free one
     * @param exposeDatabase whether database tools get a way in
     */
    ServedWorkspace serve(Path folder, int port, boolean exposeDatabase);

    /** Shows the desktop until it is closed. */
    void showDesktop(Path folder);

    /** Plays the main job on a throw-away workspace and saves each screen as a picture in that folder. */
    void playTour(Path out);
}
