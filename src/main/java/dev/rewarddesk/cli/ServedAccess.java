package dev.rewarddesk.cli;

import java.net.URI;
import java.util.Optional;

/**
 * How others reach a workspace that this process serves.
 *
 * @param databaseUrl with its password; only where it was asked for
 */
public record ServedAccess(
        URI url,
        String publishableKey,
        String secretKey,
        String ownerEmail,
        String ownerPassword,
        Optional<String> databaseUrl) {

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "ServedAccess[" + url + "]";
    }
}
