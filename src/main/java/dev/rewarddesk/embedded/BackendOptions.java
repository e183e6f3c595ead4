package dev.rewarddesk.embedded;

/**
 * How a backend is opened.
 *
 * @param port where it listens on 127.0.0.1; 0 for a free port
 * @param exposeDatabase whether to tell the database's URL, for database tools
 */
public record BackendOptions(int port, boolean exposeDatabase) {

    /** A free port, and the database kept to itself. */
    public static BackendOptions defaults() {
        return new BackendOptions(0, false);
    }
}
