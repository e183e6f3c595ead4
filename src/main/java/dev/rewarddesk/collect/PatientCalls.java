package dev.rewarddesk.collect;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.supabase.Answer;
import dev.rewarddesk.supabase.Call;
import dev.rewarddesk.supabase.FunctionsApi;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

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
        return patiently(() -> functions.send(call));
    }

    /** A state that may have become another since it had that tag, as {@link FunctionsApi#other}; empty where it has not. */
    public Optional<Answer> other(Call state, String tag) {
        return patiently(() -> functions.other(state, tag));
    }

    private static <T> T patiently(Supplier<T> exchange) {
        for (int attempt = 1; ; attempt++) {
            try {
                return exchange.get();
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
