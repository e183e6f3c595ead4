package dev.rewarddesk.embedded;

/** What came of opening a workspace: a backend of our own, or one that another process already runs. */
public sealed interface Opening {

    /** How to reach it, either way. */
    BackendAccess access();

    /**
     * The backend runs in this process and ends with it.
     *
     * @param backend to be closed by whoever opened it
     */
    record Opened(EmbeddedBackend backend) implements Opening {
        @Override
        public BackendAccess access() {
            return backend.access();
        }
    }

    /**
     * Another process has the workspace open and answers; join it as a client.
     *
     * @param access how to reach it
     * @param process its number
     */
    record AlreadyRunning(BackendAccess access, long process) implements Opening {}
}
