package dev.rewarddesk.collect.fetch;

import java.time.Duration;
import okhttp3.HttpUrl;

/** What one exchange came to. */
sealed interface Answer {

    /** The end of it, good or bad. */
    record Given(Fetched fetched) implements Answer {}

    /** It is somewhere else. */
    record Moved(HttpUrl next) implements Answer {}

    /**
     * It may work another time.
     *
     * @param refusal what it is when it never does
     * @param asked how long the site asks to wait; zero where it does not say
     */
    record Later(Refusal refusal, Duration asked) implements Answer {}
}
