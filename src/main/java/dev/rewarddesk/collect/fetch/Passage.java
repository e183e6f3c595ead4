package dev.rewarddesk.collect.fetch;

import java.time.Duration;
import okhttp3.HttpUrl;

/** Judges each step of a request, which are the first URL and each one that a redirect leads to, and says when it may be made. */
public interface Passage {

    /**
     * Waits until that URL may be asked.
     *
     * @throws RefusedException when it may not be
     */
    Turn await(HttpUrl url) throws RefusedException, InterruptedException;

    /** The time that a request has; closed when it is over. */
    interface Turn extends AutoCloseable {

        /** The site asks that nobody comes before that time has passed. */
        void leaveAlone(Duration wait);

        @Override
        void close();
    }
}
