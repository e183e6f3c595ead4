package dev.rewarddesk.embedded.storage;

import dev.rewarddesk.embedded.http.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes of stored objects, wherever each of them is: a bucket that was set later has only what came later. */
public final class Contents {

    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    private final Blobs blobs;
    private final Optional<S3Bucket> bucket;

    /** @param bucket where one is set */
    public Contents(Blobs blobs, Optional<S3Bucket> bucket) {
        this.blobs = blobs;
        this.bucket = bucket;
    }

    /**
     * The bytes; close them.
     *
     * @throws Refusal when they are not there (404) or cannot be had now (503)
     */
    InputStream open(String name, StoredObject object) throws IOException {
        return switch (object.place()) {
            case FOLDER -> {
                Path file = blobs.find(object.sha256()).orElseThrow(Contents::absent);
                yield Files.newInputStream(file);
            }
            case BUCKET -> inBucket(name);
        };
    }

    private InputStream inBucket(String name) throws IOException {
        S3Bucket set = bucket.orElseThrow(() -> {
            LOG.warn("An image is in an S3 bucket, and none is set any more. Set it again (S3_ENDPOINT and the rest).");
            return refused();
        });
        try {
            return set.get(name);
        } catch (S3Trouble trouble) {
            throw refusal(trouble);
        }
    }

    /** What a bucket's trouble is to a caller. */
    public static Refusal refusal(S3Trouble trouble) {
        if (trouble.kind() != S3Trouble.Kind.ABSENT) {
            LOG.warn("The bucket fails: {}", trouble.getMessage());
        }
        return switch (trouble.kind()) {
            case ABSENT -> absent();
            case BUSY ->
                Refusal.of(503, "busy", "The storage does not answer. Nothing was kept; try again in a moment.")
                        .retryAfter(Duration.ofSeconds(2));
            case SETTINGS -> refused();
        };
    }

    // What is wrong is for whoever runs the workspace, and in the log; the caller may be anybody.
    private static Refusal refused() {
        return Refusal.of(
                        503,
                        "storage_refused",
                        "The storage does not accept this workspace's settings. Nothing was kept. Whoever runs the workspace finds in its log what to set right.")
                .retryAfter(Duration.ofMinutes(1));
    }

    private static Refusal absent() {
        return Refusal.of(404, "not_found", "Object not found");
    }
}
