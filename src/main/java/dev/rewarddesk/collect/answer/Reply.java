package dev.rewarddesk.collect.answer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one request to a model. */
sealed interface Reply {

    /**
     * What the endpoint says was used.
     *
     * @param prompt tokens of what was asked, with the image
     * @param completion tokens of the answer
     */
    record Usage(long prompt, long completion) {
        static final Usage NOTHING = new Usage(0, 0);

        long total() {
            return prompt + completion;
        }
    }

    /** Null where the endpoint did not say, or may have worked without our learning how much. */
    @Nullable
    Usage usage();

    /**
     * The model answered.
     *
     * @param finish why the answer ends, in the endpoint's words, such as {@code stop} or {@code length}
     * @param servedBy the model that the endpoint names; empty where it names none
     */
    record Answered(
            String text,
            String finish,
            String servedBy,
            @Nullable Usage usage) implements Reply {
        boolean isTruncated() {
            return finish.equals("length");
        }
    }

    /**
     * The model, or a filter before or after it, declined.
     *
     * @param code {@code refusal} or {@code content_filter}
     */
    record Refused(String code, String words, @Nullable Usage usage) implements Reply {}

    /**
     * There was no answer.
     *
     * @param code a stable word for why
     * @param words for people
     * @param next what may be done about it
     * @param retryAfter how long the endpoint asks to wait; null where it does not say
     * @param usage nothing where it is certain that the model did not work for this
     */
    record Failed(
            String code,
            String words,
            Next next,
            @Nullable Duration retryAfter,
            @Nullable Usage usage) implements Reply {}

    /** What may help after a failure. */
    enum Next {
        /** The same request later. */
        AGAIN,
        /** The same request later; while nobody can be reached, nothing else. */
        NOTHING_UNTIL_REACHED,
        /** Another image, but not this one. */
        OTHERS,
        /** Another image, where there was an answer about any; nothing that this run can do otherwise. */
        OTHERS_IF_ANY,
        /** Nothing that this run can do. */
        NOTHING;

        boolean isAgain() {
            return this == AGAIN || this == NOTHING_UNTIL_REACHED;
        }
    }
}
