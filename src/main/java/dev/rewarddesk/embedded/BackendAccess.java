package dev.rewarddesk.embedded;

import java.net.URI;

/**
 * All that a client needs to reach a backend.
 *
 * @param url the base URL, such as {@code http://127.0.0.1:49152}
 * @param publishableKey names an app; needs a user's token beside it
 * @param secretKey a pipeline's key to everything
 * @param ownerEmail whom the local owner signs in as
 * @param ownerPassword what the local owner signs in with
 */
public record BackendAccess(URI url, String publishableKey, String secretKey, String ownerEmail, String ownerPassword) {

    /** Says where and no secret. */
    @Override
    public String toString() {
        return "BackendAccess to " + url;
    }
}
