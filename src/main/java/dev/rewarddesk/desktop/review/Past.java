package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.RewardDraft;
import dev.rewarddesk.review.Outgoing;
import org.jspecify.annotations.Nullable;

/**
 * Something decided in this session.
 *
 * @param entered what was in the form
 * @param fate what became of it
 * @param revision of the reward in the workspace; null until it is known there
 * @param before what it changed; null where it is the first decision about its response
 */
public record Past(
        Decided decided,
        RewardDraft entered,
        Fate fate,
        @Nullable Integer revision,
        @Nullable Past before) {

    /** What became of a decision. */
    public enum Fate {
        /** Safe on this machine, and on its way. */
        WAITING,
        /** In the workspace. */
        SYNCED,
        /** The workspace did not take it. */
        REFUSED
    }

    static Past justNow(Decided decided, RewardDraft entered, @Nullable Past before) {
        return new Past(decided, entered, Fate.WAITING, null, before);
    }

    /** Whether it is about the same response. */
    boolean isAbout(Decided other) {
        return decided.decision().responseId().equals(other.decision().responseId());
    }

    /** This one, or the one before it, after what was heard. */
    Past after(Outgoing.Outcome outcome) {
        return switch (outcome) {
            case Outgoing.Outcome.Taken taken
            when taken.decision().id().equals(decided.decision().id()) ->
                new Past(decided, entered, Fate.SYNCED, taken.revision(), before);
            case Outgoing.Outcome.NotTaken not
            when not.refused()
                    .decided()
                    .decision()
                    .id()
                    .equals(decided.decision().id()) -> new Past(decided, entered, Fate.REFUSED, null, before);
            default -> before == null ? this : new Past(decided, entered, fate, revision, before.after(outcome));
        };
    }
}
