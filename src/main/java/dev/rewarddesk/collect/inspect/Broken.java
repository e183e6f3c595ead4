package dev.rewarddesk.collect.inspect;

import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import dev.rewarddesk.collect.fetch.RefusedException;
import java.nio.BufferUnderflowException;
import org.jspecify.annotations.Nullable;

/** Files that are not what they say, or not whole. */
final class Broken {

    private static final String CUT_OFF = "it ends before its end";

    private Broken() {}

    /** @param why a few words, such as {@code two headers} */
    static RefusedException because(@Nullable String why) {
        return new RefusedException(new Refusal(Reason.BROKEN_IMAGE, why == null ? "" : why));
    }

    static RefusedException cutOff() {
        return because(CUT_OFF);
    }

    /** Reads a file's structure. */
    interface Reading {
        FileParts read() throws RefusedException;
    }

    /** What is read beyond the end of the bytes is cut off. */
    static FileParts bounded(Reading reading) throws RefusedException {
        try {
            return reading.read();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException beyond) {
            throw cutOff();
        }
    }
}
