package dev.rewarddesk.cli;

import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.functions.Deno;
import dev.rewarddesk.functions.ServedFunctions;
import java.net.URI;
import java.util.Map;

/** A workspace that is nobody's on this machine: it is known by its URL and its keys alone. */
public enum HostedProject {
    /** Another process's embedded backend. */
    BACKEND {
        @Override
        public Opened open() {
            TestBackend backend = TestBackend.fresh();
            return new Opened(backend.url(), backend, backend::close);
        }
    },
    /** The edge functions under Deno, as a hosted project has them. */
    FUNCTIONS {
        @Override
        public Opened open() {
            Deno.program();
            TestBackend backend = TestBackend.fresh();
            ServedFunctions functions = ServedFunctions.on(backend, Map.of());
            return new Opened(functions.url(), backend, () -> {
                functions.close();
                backend.close();
            });
        }
    };

    public abstract Opened open();

    /** It, until it is closed. */
    public record Opened(URI url, TestBackend backend, Runnable end) implements AutoCloseable {

        public String publishableKey() {
            return backend.backend().access().publishableKey();
        }

        public String secretKey() {
            return backend.backend().access().secretKey();
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
