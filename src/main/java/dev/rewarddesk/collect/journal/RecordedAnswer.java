package dev.rewarddesk.collect.journal;

/**
 * What became of asking a model something about an image.
 *
 * @param document the response as the workspace is to get it, JSON; empty where there is none, or it has arrived
 * @param code why there is no answer, a stable word; empty where there is one
 * @param words the same for people
 */
public record RecordedAnswer(State state, String document, String code, String words) {

    /** How far it is. */
    public enum State {
        /** The model answered; the workspace does not have it yet. */
        ANSWERED,
        /** The workspace has the answer. */
        SENT,
        /** The model declined. */
        DECLINED,
        /** There was no answer, and there may be one another time. */
        FAILED
    }
}
