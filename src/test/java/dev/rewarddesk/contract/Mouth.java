package dev.rewarddesk.contract;

import dev.rewarddesk.disk.PrivateFiles;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.functions.Deno;
import dev.rewarddesk.functions.ServedFunctions;
import dev.rewarddesk.s3.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** What answers over the SQL. */
enum Mouth {
    /** The embedded backend. */
    EMBEDDED {
        @Override
        Workspace workspace() {
            return Shared.EMBEDDED;
        }
    },
    /** The edge functions under Deno on the same database; sign-in and storage are the embedded backend's. */
    FUNCTIONS {
        @Override
        Workspace workspace() {
            // Told here: an initialiser that is given up would be an error.
            Deno.program();
            return Served.WORKSPACE;
        }
    },
    /** The embedded backend, with the images in an S3-compatible bucket. */
    EMBEDDED_WITH_BUCKET {
        @Override
        Workspace workspace() {
            return SharedWithBucket.EMBEDDED;
        }
    },
    /** The edge functions with the images in that bucket, on the database of the embedded backend that has it as well. */
    FUNCTIONS_WITH_BUCKET {
        @Override
        Workspace workspace() {
            Deno.program();
            return ServedWithBucket.WORKSPACE;
        }
    },
    /** Whatever the system properties {@code contract.url}, {@code contract.publishableKey} and {@code contract.secretKey} name. */
    GIVEN {
        @Override
        Workspace workspace() {
            return new Workspace(
                    URI.create(System.getProperty("contract.url", "")),
                    System.getProperty("contract.publishableKey", ""),
                    System.getProperty("contract.secretKey", ""));
        }
    };

    /** The workspace behind it; started when it is asked for first, and there until the JVM ends. */
    abstract Workspace workspace();

    private static final class Shared {
        private static final Workspace EMBEDDED = embedded(TestBackend.shared());
    }

    private static final class Served {
        private static final Workspace WORKSPACE = served(TestBackend.shared(), Map.of());
    }

    private static final class SharedWithBucket {
        private static final Map<String, String> BUCKET =
                S3Server.environment(S3Server.shared().url());
        private static final TestBackend BACKEND = start();
        private static final Workspace EMBEDDED = embedded(BACKEND);

        private static TestBackend start() {
            Path workspace = TestBackend.emptyWorkspace();
            try {
                PrivateFiles.write(workspace.resolve("s3.json"), TestApi.json(BUCKET));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return TestBackend.lasting(workspace);
        }
    }

    private static final class ServedWithBucket {
        private static final Workspace WORKSPACE = served(SharedWithBucket.BACKEND, SharedWithBucket.BUCKET);
    }

    private static Workspace embedded(TestBackend backend) {
        return new Workspace(
                backend.url(),
                String.valueOf(backend.anonymous().key()),
                String.valueOf(backend.service().key()));
    }

    private static Workspace served(TestBackend backend, Map<String, String> more) {
        Workspace there = embedded(backend);
        ServedFunctions served = ServedFunctions.on(backend, more);
        Runtime.getRuntime().addShutdownHook(new Thread(served::close));
        return new Workspace(served.url(), there.publishableKey(), there.secretKey());
    }
}
