package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.journal.RecordedRefusal;

/**
 * A page or an image that a run did not take.
 *
 * @param why a few words for people
 * @param detail what makes it clearer, such as a status; may be empty. It may come from the site
 */
public record NotTaken(Kind kind, String url, String why, String detail) {

    /** What was not taken. */
    public enum Kind {
        PAGE,
        IMAGE
    }

    static NotTaken of(RecordedRefusal refusal) {
        return new NotTaken(
                refusal.page() ? Kind.PAGE : Kind.IMAGE,
                refusal.url(),
                Refusal.Reason.named(refusal.reason())
                        .map(Refusal.Reason::words)
                        .orElse(refusal.reason()),
                refusal.detail());
    }
}
