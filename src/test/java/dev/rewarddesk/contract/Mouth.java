package dev.rewarddesk.contract;

import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.functions.Deno;
import dev.rewarddesk.functions.ServedFunctions;
import java.net.URI;
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
        private static final Workspace EMBEDDED = of(TestBackend.shared());

        private static Workspace of(TestBackend backend) {
            return new Workspace(
                    backend.url(),
                    String.valueOf(backend.anonymous().key()),
                    String.valueOf(backend.service().key()));
        }
    }

    private static final class Served {
        private static final Workspace WORKSPACE = start(TestBackend.shared());

        private static Workspace start(TestBackend backend) {
            Workspace there = Shared.EMBEDDED;
            ServedFunctions served = ServedFunctions.start(Map.of(
                    "SIGN_IN_AND_STORAGE_URL", there.url().toString(),
                    "SUPABASE_DB_URL", backend.appUrl(),
                    "SUPABASE_PUBLISHABLE_KEYS", TestApi.json(Map.of("default", there.publishableKey())),
                    "SUPABASE_SECRET_KEYS", TestApi.json(Map.of("default", there.secretKey()))));
            Runtime.getRuntime().addShutdownHook(new Thread(served::close));
            return new Workspace(served.url(), there.publishableKey(), there.secretKey());
        }
    }
}
