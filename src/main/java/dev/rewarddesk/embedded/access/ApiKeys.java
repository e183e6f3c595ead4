package dev.rewarddesk.embedded.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The two keys of a workspace. Compared in constant time.
 *
 * @param publishable names an app
 * @param secret opens everything
 */
public record ApiKeys(String publishable, String secret) {

    boolean isPublishable(String key) {
        return same(publishable, key);
    }

    boolean isSecret(String key) {
        return same(secret, key);
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "ApiKeys";
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
