package dev.rewarddesk.collect.answer;

import java.io.Serial;

/** The endpoint will not answer anything that this run can ask. */
final class EndpointUnusable extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String sentence;

    EndpointUnusable(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** For people. */
    String sentence() {
        return sentence;
    }
}
