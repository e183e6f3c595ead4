package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.collect.answer.AnswerProgress;

/** Where a run of answers stands. */
public sealed interface Stand {

    /** Whether it goes on by itself or may be told to. */
    default boolean isUnderWay() {
        return false;
    }

    /** There was none yet. */
    record None() implements Stand {}

    /** It looks which images there are. */
    record Preparing() implements Stand {

        @Override
        public boolean isUnderWay() {
            return true;
        }
    }

    /** It asks, waits to be told to go on, or is at its end, as the progress says. */
    record Asked(AnswerProgress progress, boolean ended) implements Stand {

        @Override
        public boolean isUnderWay() {
            return !ended;
        }
    }

    /**
     * It could not begin.
     *
     * @param reason a sentence for people
     */
    record Failed(String reason) implements Stand {}
}
