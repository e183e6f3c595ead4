package dev.rewarddesk.collect;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.Answer;
import dev.rewarddesk.supabase.Call;
import dev.rewarddesk.supabase.FunctionsApi;
import java.time.Duration;

/** Sends calls, and waits for as long as the workspace asks when it asks to slow down. */
public final class PatientCalls {

    private static final int TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final FunctionsApi functions;

    public PatientCalls(FunctionsApi functions) {
        this.functions = functions;
    }

    /** The answer; ends with a {@code ServiceFailure} where there is no good one in the end. */
    public Answer send(Call call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return functions.send(call);
            } catch (ServiceFailure.Server busy) {
                Duration wait = busy.retryAfter();
                if (wait == null || attempt == TRIES) {
                    throw busy;
                }
                sleep(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT, busy);
            }
        }
    }

    private static void sleep(Duration wait, ServiceFailure reason) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }
}
