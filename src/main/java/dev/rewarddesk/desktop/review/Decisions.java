package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.RewardDraft;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.review.Outgoing;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what the reviewer decides; once it is safe on this machine, and not before, the next item is opened. */
final class Decisions {

    private final Outgoing outgoing;
    private final InTurn disk;
    private final InstantSource clock;
    private final Notices notices;
    private final Runnable left;
    private final Turn turn;
    private final Desk desk;
    private final Drafts drafts;
    private final Sitting sitting;
    private @Nullable ReviewItem underWay;

    /** @param left told when an item was left for the next one */
    Decisions(Outgoing outgoing, InTurn disk, InstantSource clock, Notices notices, Sitting sitting, Runnable left) {
        this.outgoing = outgoing;
        this.disk = disk;
        this.clock = clock;
        this.notices = notices;
        this.sitting = sitting;
        this.left = left;
        this.turn = sitting.turn();
        this.desk = sitting.desk();
        this.drafts = sitting.drafts();
    }

    /** The item whose decision is being written. */
    List<ReviewItem> underWay() {
        return underWay == null ? List.of() : List.of(underWay);
    }

    /** Gives the reward, or changes it, or puts it in the place of a refused one. */
    void submit(DeskState.Reviewing open, Score score) {
        RewardDraft entered = desk.entered();
        switch (open.purpose()) {
            case Purpose.Scoring _ -> write(open, given(entered, score, open.item()), entered);
            case Purpose.Changing changing -> {
                if (entered.saysTheSameAs(changing.past().entered())) {
                    desk.showFirst();
                    left.run();
                } else {
                    write(open, changed(changing.past(), entered, score), entered);
                }
            }
            case Purpose.Correcting correcting ->
                write(
                        open,
                        correcting.current() == null
                                ? given(entered, score, open.item())
                                : changed(correcting.current(), entered, score),
                        entered);
        }
    }

    /** Puts the item behind everything else, for this reason or, where it is empty, for none. */
    void skip(String reason) {
        undecided()
                .ifPresent(open -> write(
                        open,
                        new Decision.Skipped(UUID.randomUUID(), responseOf(open), tokenOf(open), reason),
                        desk.entered()));
    }

    /** Takes the item out of the queue until a lead has looked; the comment goes with it. */
    void flag(FlagReason reason) {
        RewardDraft entered = desk.entered();
        undecided()
                .ifPresent(open -> write(
                        open,
                        new Decision.Flagged(
                                UUID.randomUUID(), responseOf(open), tokenOf(open), reason, entered.comment()),
                        entered));
    }

    /** The open item where it may be skipped or flagged; a reward that was given is changed instead, and that is said. */
    Optional<DeskState.Reviewing> undecided() {
        Optional<DeskState.Reviewing> open = desk.open();
        if (open.filter(now -> now.purpose() instanceof Purpose.Changing).isPresent()) {
            notices.tell(Texts.of("review.changing.first"));
            return Optional.empty();
        }
        return open;
    }

    private void write(DeskState.Reviewing open, Decision decision, RewardDraft entered) {
        Decided decided = new Decided(decision, open.item(), clock.instant());
        turn.take();
        underWay = open.item();
        drafts.settle(entered.responseId());
        disk.run(
                () -> {
                    if (open.purpose() instanceof Purpose.Correcting correcting) {
                        outgoing.replace(
                                correcting.refused().decided().decision().id(), decision);
                    } else {
                        outgoing.keep(decided);
                    }
                    return decided;
                },
                _ -> kept(open, decided, entered),
                failure -> notKept(entered, failure));
    }

    private void kept(DeskState.Reviewing open, Decided decided, RewardDraft entered) {
        underWay = null;
        sitting.bulletin().noTrouble();
        sitting.undelivered().add(decided);
        Past before = open.purpose() instanceof Purpose.Changing changing ? changing.past() : null;
        sitting.history().add(Past.justNow(decided, entered, before));
        switch (decided.decision()) {
            case Decision.Given _ -> {
                drafts.decided(entered.responseId());
                sitting.progress().oneRewarded();
            }
            case Decision.Changed _ -> notices.tell(Texts.of("review.changed"));
            case Decision.Skipped _ -> {
                drafts.keep(entered);
                notices.tell(Texts.of("review.skipped"));
            }
            case Decision.Flagged _ -> {
                drafts.forget(entered.responseId());
                sitting.progress().oneFlagged();
                notices.tell(Texts.of("review.flagged"));
            }
        }
        desk.leave(open.item());
        left.run();
        turn.give();
    }

    private void notKept(RewardDraft entered, Throwable failure) {
        underWay = null;
        sitting.bulletin().trouble(Texts.of("review.not-kept", Bulletin.sentence(failure)));
        if (!desk.isAside()) {
            drafts.keep(entered);
        }
        turn.giveUp();
    }

    private static Decision given(RewardDraft entered, Score score, ReviewItem item) {
        return new Decision.Given(Entered.reward(entered, score, item));
    }

    private static Decision changed(Past past, RewardDraft entered, Score score) {
        UUID rewardId = switch (past.decided().decision()) {
            case Decision.Given given -> given.reward().id();
            case Decision.Changed earlier -> earlier.rewardId();
            case Decision.Skipped _, Decision.Flagged _ ->
                throw new IllegalArgumentException("Only a reward can be changed");
        };
        return new Decision.Changed(
                UUID.randomUUID(),
                rewardId,
                entered.responseId(),
                past.revision(),
                score,
                entered.feedback(),
                entered.comment());
    }

    private static Decision changed(Reward current, RewardDraft entered, Score score) {
        return new Decision.Changed(
                UUID.randomUUID(),
                current.id(),
                current.responseId(),
                current.revision(),
                score,
                entered.feedback(),
                entered.comment());
    }

    private static UUID responseOf(DeskState.Reviewing open) {
        return open.item().response().id();
    }

    private static UUID tokenOf(DeskState.Reviewing open) {
        return open.item().lease().token();
    }
}
