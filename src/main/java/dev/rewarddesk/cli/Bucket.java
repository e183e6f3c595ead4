package dev.rewarddesk.cli;

import dev.rewarddesk.settings.config.Secret;

/**
 * An S3-compatible bucket, as it is configured.
 *
 * @param endpoint the store's URL
 * @param region as the store names it
 */
public record Bucket(String endpoint, String region, String name, Secret accessKeyId, Secret secretAccessKey) {

    /** As a workspace that keeps images there says it. */
    @Override
    public String toString() {
        return "bucket " + name + " at " + endpoint;
    }
}
