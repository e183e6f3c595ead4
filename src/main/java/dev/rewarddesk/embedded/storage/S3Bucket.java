package dev.rewarddesk.embedded.storage;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** An S3-compatible bucket. Every method fails with an {@link S3Trouble}; one that fails may have been done nevertheless. */
public final class S3Bucket implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final MinioClient client;
    private final String bucket;

    /** Nothing is sent yet. */
    public S3Bucket(S3Settings settings) {
        bucket = settings.bucket();
        client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .build();
        client.setTimeout(CONNECT.toMillis(), SILENCE.toMillis(), SILENCE.toMillis());
    }

    /** Stores a file under a name. */
    public void put(String name, Path file, String contentType) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            put(name, bytes, Files.size(file), contentType);
        }
    }

    /** The bytes of an object; close it. */
    public InputStream get(String name) throws IOException {
        return answered(() -> client.getObject(
                GetObjectArgs.builder().bucket(bucket).object(name).build()));
    }

    /** Removes an object; one that is not there is no failure. */
    public void remove(String name) throws IOException {
        try {
            answered(() -> {
                client.removeObject(
                        RemoveObjectArgs.builder().bucket(bucket).object(name).build());
                return name;
            });
        } catch (S3Trouble trouble) {
            if (trouble.kind() != S3Trouble.Kind.ABSENT) {
                throw trouble;
            }
        }
    }

    /** Stores a small object, reads it and removes it, as images are. */
    public void check() throws IOException {
        String name = "reward-desk-check-" + UUID.randomUUID();
        byte[] bytes = {1, 2, 3};
        put(name, new ByteArrayInputStream(bytes), bytes.length, "application/octet-stream");
        try (InputStream stored = get(name)) {
            stored.readAllBytes();
        } finally {
            remove(name);
        }
    }

    private void put(String name, InputStream bytes, long size, String contentType) throws IOException {
        answered(() -> client.putObject(PutObjectArgs.builder().bucket(bucket).object(name).stream(bytes, size, -1L)
                .contentType(contentType)
                .build()));
    }

    @FunctionalInterface
    private interface Request<T> {
        T send() throws MinioException;
    }

    // Where there is no answer the library says so by either of two exceptions.
    private static <T> T answered(Request<T> request) throws S3Trouble {
        try {
            return request.send();
        } catch (MinioException failure) {
            throw S3Trouble.of(failure);
        } catch (IllegalStateException wrapped) {
            if (wrapped.getCause() instanceof IOException failure) {
                throw S3Trouble.unreachable(failure);
            }
            throw wrapped;
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (Exception failure) {
            throw new IllegalStateException("The bucket's client did not close", failure);
        }
    }
}
