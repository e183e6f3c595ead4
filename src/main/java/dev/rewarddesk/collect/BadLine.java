package dev.rewarddesk.collect;

import java.io.Serial;

/** A line that is not imported; the message says why, in words that follow "responses.jsonl:12: ". */
final class BadLine extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    BadLine(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
