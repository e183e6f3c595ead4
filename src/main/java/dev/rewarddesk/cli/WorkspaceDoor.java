package dev.rewarddesk.cli;

import dev.rewarddesk.settings.Endpoints;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What commands need and do not know how to make. Every method ends with a {@code ServiceFailure} when it fails. */
public interface WorkspaceDoor {

    /** Where the local workspace is when no command says otherwise. */
    Path usualFolder();

    /** Where the configuration is when nothing names another file; it need not be there. */
    Path usualConfig();

    /** The version that the database of a workspace has to be at for this program. */
    String schemaVersion();

    /** Whether there is a workspace in that folder. */
    boolean isMade(Path folder);

    /** Tries out the bucket that the workspace in that folder keeps images in, and names it; empty where it has none. */
    Optional<String> checkBucket(Path folder);

    /** The bucket that the workspace in that folder keeps images in, untried; empty where it has none. */
    Optional<String> bucket(Path folder);

    /**
     * Has the workspace in that folder keep new images in a bucket, from when it is opened next; tries it out first.
     *
     * @return the bucket
     */
    String keepBucket(Path folder, Bucket bucket);

    /**
     * Opens a workspace. A local one in this process, or by joining the process that has it open; it is made where there is none.
     */
    OpenWorkspace open(WorkspacePlace place);

    /** Makes an empty workspace for the length of the work, and removes it after. */
    void tryOut(Consumer<OpenWorkspace> work);

    /**
     * Opens the workspace in this process for others to use, until the process ends.
     *
     * @param port 0 for any free one
     * @param exposeDatabase whether database tools get a way in
     */
    ServedAccess serve(Path folder, int port, boolean exposeDatabase);

    /** Serves an assistant on this process's standard input and output, until the input ends. */
    void serveAssistant(WorkspacePlace place, AssistantOptions options);

    /**
     * Serves assistants over HTTP, with a workspace that this process serves, until the process ends.
     *
     * @param port 0 for any free one
     * @return where they reach it
     */
    URI serveAssistants(Path folder, ServedAccess access, int port, AssistantOptions options);

    /** Whom this person has models' answers from. */
    Endpoints endpoints();

    /** Shows the desktop until it is closed. */
    void showDesktop(Path folder);

    /** Plays the main job on a throw-away workspace; answers the pictures it saved in that folder. */
    List<Path> playTour(Path out);
}
