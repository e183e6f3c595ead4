package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.review.ReviewService;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Takes decisions back while that is possible, and opens what was decided for changing. */
final class GoingBack {

    private static final String SCORED_BEFORE = "already_rewarded";

    private final Outgoing outgoing;
    private final ReviewService service;
    private final InTurn disk;
    private final InTurn line;
    private final Notices notices;
    private final Turn turn;
    private final Desk desk;
    private final History history;
    private final Sitting sitting;

    /** @param line where what the workspace is asked takes its turn */
    GoingBack(Outgoing outgoing, ReviewService service, InTurn disk, InTurn line, Notices notices, Sitting sitting) {
        this.outgoing = outgoing;
        this.service = service;
        this.disk = disk;
        this.line = line;
        this.notices = notices;
        this.sitting = sitting;
        this.turn = sitting.turn();
        this.desk = sitting.desk();
        this.history = sitting.history();
    }

    /** Undoes the last decision or, while one is open again, the one before that. */
    void undo() {
        Optional<UUID> opened =
                desk.isAside() ? desk.open().map(now -> now.item().response().id()) : Optional.empty();
        history.before(opened.flatMap(history::about))
                .ifPresentOrElse(this::takeBack, () -> notices.tell(Texts.of("review.undo.none")));
    }

    /** Opens a reward for changing, as it was entered; takes anything else back. */
    void reopen(Past past) {
        if (isReward(past)) {
            change(past);
        } else {
            takeBack(past);
        }
    }

    /** Opens what was refused with what was entered. */
    void correct(Refused refused) {
        boolean changes = refused.decided().decision() instanceof Decision.Changed;
        if (!changes && !refused.code().equals(SCORED_BEFORE)) {
            open(refused, null);
            return;
        }
        // It can only be put right on top of what the workspace has now.
        line.run(
                () -> service.ownReward(refused.decided().decision().responseId()),
                current -> open(refused, current.orElse(null)),
                this::notNow);
    }

    private void open(Refused refused, @Nullable Reward current) {
        desk.openAside(
                refused.decided().item(),
                new Purpose.Correcting(refused, current),
                Entered.by(refused.decided().decision()));
    }

    private void takeBack(Past past) {
        switch (past.fate()) {
            case SYNCED -> arrived(past);
            case REFUSED -> change(past);
            case WAITING -> {
                turn.take();
                disk.run(
                        () -> outgoing.takeBack(past.decided().decision().id()),
                        inTime -> {
                            if (inTime) {
                                takenBack(past);
                            } else if (isReward(past)) {
                                change(past);
                            } else {
                                notices.tell(Texts.of("review.undo.sending"));
                            }
                            turn.give();
                        },
                        failure -> {
                            sitting.bulletin().trouble(Texts.of("review.not-undone", Bulletin.sentence(failure)));
                            turn.giveUp();
                        });
            }
        }
    }

    /** It never left this machine. */
    private void takenBack(Past past) {
        sitting.undelivered().remove(past.decided().decision().id());
        history.takeBack(past);
        Past before = past.before();
        if (before != null) {
            desk.openAside(past.decided().item(), new Purpose.Changing(before), past.entered());
            return;
        }
        forget(past.decided().decision());
        desk.putBack(past.decided().item(), past.entered(), true);
        desk.remark(remark(past.decided().decision()));
    }

    /** The workspace has it, or may have it. */
    private void arrived(Past past) {
        switch (past.decided().decision()) {
            case Decision.Given _, Decision.Changed _ -> change(past);
            case Decision.Skipped skipped -> takeAgain(past, () -> service.claim(skipped.responseId()));
            case Decision.Flagged flagged ->
                takeAgain(past, () -> {
                    service.unflag(flagged.responseId());
                    return service.claim(flagged.responseId());
                });
        }
    }

    private void takeAgain(Past past, Callable<ReviewItem> call) {
        Optional<DeskState.Reviewing> open = desk.open();
        line.run(
                call,
                item -> {
                    history.takeBack(past);
                    forget(past.decided().decision());
                    // Over a slow line the person may be at work by now on what is open.
                    boolean free = open.equals(desk.open()) && !desk.form().isTouched();
                    desk.putBack(item, past.entered(), free);
                    if (free) {
                        desk.remark(remark(past.decided().decision()));
                    } else {
                        notices.tell(Texts.of("review.undone.next"));
                    }
                },
                this::notNow);
    }

    private void change(Past past) {
        if (past.fate() != Past.Fate.REFUSED) {
            desk.openAside(past.decided().item(), new Purpose.Changing(past), past.entered());
            return;
        }
        desk.refusedAbout(past.decided().decision().responseId())
                .ifPresentOrElse(this::correct, () -> notices.tell(Texts.of("review.undo.gone")));
    }

    private void forget(Decision decision) {
        switch (decision) {
            case Decision.Given _ -> sitting.progress().oneRewardLess();
            case Decision.Flagged _ -> sitting.progress().oneFlagLess();
            case Decision.Skipped _, Decision.Changed _ -> {}
        }
    }

    private void notNow(Throwable failure) {
        if (failure instanceof ServiceFailure.Offline || failure instanceof ServiceFailure.Server) {
            notices.tell(Texts.of("review.not-now"));
        } else {
            sitting.bulletin().trouble(Texts.of("review.not-undone", Bulletin.sentence(failure)));
        }
    }

    private static boolean isReward(Past past) {
        return past.decided().decision() instanceof Decision.Given
                || past.decided().decision() instanceof Decision.Changed;
    }

    private static String remark(Decision decision) {
        return switch (decision) {
            case Decision.Given _, Decision.Changed _ -> Texts.of("review.remark.undone");
            case Decision.Skipped _ -> Texts.of("review.remark.unskipped");
            case Decision.Flagged _ -> Texts.of("review.remark.unflagged");
        };
    }
}
