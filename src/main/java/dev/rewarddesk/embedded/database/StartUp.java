package dev.rewarddesk.embedded.database;

/** How an attempt to start PostgreSQL ended. */
enum StartUp {
    /** It accepts connections. */
    READY,
    /** Somebody took the port between its choice and its use; another one will do. */
    PORT_TAKEN,
    /** Processes of a killed server have not ended yet; they do so by themselves. */
    STILL_IN_USE,
    /** It ended, and its log says why. */
    FAILED
}
