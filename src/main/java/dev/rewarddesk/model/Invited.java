package dev.rewarddesk.model;

import org.jspecify.annotations.Nullable;

/**
 * What came of inviting somebody.
 *
 * @param link what to hand to them, good once and for a day; null where the workspace has sent it by mail, or they have an
 *     account already and sign in as ever
 * @param mailed whether a mail was sent
 */
public record Invited(Member member, @Nullable String link, boolean mailed) {

    /** Never shows the link, with which anybody could sign in. */
    @Override
    public String toString() {
        return "Invited[" + member.userId() + "]";
    }
}
