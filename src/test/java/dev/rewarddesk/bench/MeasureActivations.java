package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestBackend;
import java.time.Duration;

/** The storm of activations at its full size: 50 clients and 8 readers for 30 seconds, on a throw-away workspace. */
public final class MeasureActivations {

    private static final Duration TIME = Duration.ofSeconds(30);

    private MeasureActivations() {}

    /** Runs it and prints what came of it; ends with an error where anything that was read or recorded is wrong. */
    public static void main(String[] args) throws InterruptedException {
        try (TestBackend backend = TestBackend.fresh()) {
            ActivationStorm.Outcome outcome = new ActivationStorm(backend.service()).run(50, 8, TIME);
            System.out.printf(
                    "%d activations, %d conflicts and %d readings in %d s; the record explains every state.%n",
                    outcome.activations(), outcome.conflicts(), outcome.reads(), TIME.toSeconds());
        }
    }
}
