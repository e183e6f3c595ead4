package dev.rewarddesk.cli;

import java.net.URI;
import java.util.Optional;

/** A workspace that this process serves. */
public interface ServedWorkspace extends AutoCloseable {

    Access access();

    /** Ends requests under way and stops the database. */
    @Override
    void close();

    /**
     * How others reach it.
     *
     * @param databaseUrl with its password; only where it was asked for
     */
    record Access(
            URI url,
            String publishableKey,
            String secretKey,
            String ownerEmail,
            String ownerPassword,
            Optional<String> databaseUrl) {

        /** Never shows a secret. */
        @Override
        public String toString() {
            return "Access[" + url + "]";
        }
    }
}
