package dev.rewarddesk.cli;

import dev.rewarddesk.settings.config.Secret;
import java.nio.file.Path;

/** Which workspace a command works on. */
public sealed interface WorkspacePlace {

    /** One on this machine. */
    record Local(Path folder) implements WorkspacePlace {}

    /**
     * A hosted project, worked on as a pipeline.
     *
     * @param url of the project
     * @param secretKey what it knows pipelines by
     */
    record Pipeline(String url, Secret secretKey) implements WorkspacePlace {}

    /**
     * A hosted project, worked on as the person who has signed in there at the desktop.
     *
     * @param url of the project
     * @param publishableKey what its API asks for
     */
    record Person(String url, Secret publishableKey) implements WorkspacePlace {}
}
