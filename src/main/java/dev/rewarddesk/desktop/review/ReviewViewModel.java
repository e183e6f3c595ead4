package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.sending.Sending;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.ReviewProgress;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.review.ReviewService;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * The review desk: items in hand, one of them open, what is entered for it, and what was decided.
 *
 * <p>The next item is opened when the decision about the one before it is safe on this machine; sending it is nobody's concern
 * here. What is commanded while a decision is being written is held back and done to the next item.
 */
public final class ReviewViewModel {

    private final Outgoing outgoing;
    private final Tasks tasks;
    private final Turn turn = new Turn();
    private final Progress progress = new Progress();
    private final Bulletin bulletin = new Bulletin();
    private final History history = new History();
    private final Undelivered undelivered = new Undelivered();
    private final Drafts drafts;
    private final Desk desk;
    private final HandKeeping hand;
    private final Decisions decisions;
    private final GoingBack goingBack;
    private final ReadOnlyObjectWrapper<Asking> asking = new ReadOnlyObjectWrapper<>(Asking.NOTHING);
    private final ReadOnlyBooleanWrapper scoreMissing = new ReadOnlyBooleanWrapper();
    private boolean known;

    /**
     * @param pictures where the items' pictures are put
     * @param clock what time it is
     */
    public ReviewViewModel(
            ReviewService service,
            Outgoing outgoing,
            Sending sending,
            CurrentWorkspace workspace,
            Tasks tasks,
            Notices notices,
            PictureShelf pictures,
            InstantSource clock) {
        this.outgoing = outgoing;
        this.tasks = tasks;
        InTurn disk = new InTurn(tasks);
        InTurn line = new InTurn(tasks);
        drafts = new Drafts(
                outgoing,
                disk,
                failure -> bulletin.lesserTrouble(Texts.of("review.draft.not-kept", Bulletin.sentence(failure))));
        desk = new Desk(clock, drafts, sending::refusedAbout, pictures);
        Sitting sitting = new Sitting(turn, desk, drafts, history, undelivered, progress, bulletin);
        hand = new HandKeeping(service, workspace, notices, line, clock, sitting);
        decisions = new Decisions(outgoing, disk, clock, notices, sitting, hand::fill);
        goingBack = new GoingBack(outgoing, service, disk, line, notices, sitting);
        desk.form().onChoice(desk::keepDraft);
        desk.form().scoreProperty().subscribe(score -> {
            if (score != null) {
                scoreMissing.set(false);
            }
        });
        desk.stateProperty().subscribe(_ -> {
            asking.set(Asking.NOTHING);
            scoreMissing.set(false);
        });
        sending.hear(this::heard);
        sending.refusedProperty().subscribe(_ -> findOut(() -> {}));
    }

    /** What is on the desk. */
    public ReadOnlyObjectProperty<DeskState> stateProperty() {
        return desk.stateProperty();
    }

    /** The item after the open one, to be prepared; empty where none is in hand. */
    public ReadOnlyObjectProperty<Optional<ReviewItem>> comingProperty() {
        return desk.comingProperty();
    }

    /** What has to be known about the open item, in a sentence; empty where there is nothing. */
    public ReadOnlyStringProperty remarkProperty() {
        return desk.remarkProperty();
    }

    /** What is entered for the open item. */
    public RewardForm form() {
        return desk.form();
    }

    /** The pictures of the items on the desk. */
    public PictureShelf pictures() {
        return desk.pictures();
    }

    /** How far the reviewer is; empty until known. */
    public ReadOnlyObjectProperty<Optional<ReviewProgress>> progressProperty() {
        return progress.property();
    }

    /** What was decided in this session, the latest first. */
    public ReadOnlyObjectProperty<List<Past>> historyProperty() {
        return history.property();
    }

    /** Something that the reviewer has to know. */
    public ReadOnlyObjectProperty<Optional<Banner>> bannerProperty() {
        return bulletin.shownProperty();
    }

    /** What is being asked about the open item. */
    public ReadOnlyObjectProperty<Asking> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /** Whether submitting was tried without a score. */
    public ReadOnlyBooleanProperty scoreMissingProperty() {
        return scoreMissing.getReadOnlyProperty();
    }

    /** Whether a decision is being written: what is entered now is meant for the next item. */
    public ReadOnlyBooleanProperty decidingProperty() {
        return turn.takenProperty();
    }

    /** The screen is in view: takes items in hand. */
    public void show() {
        if (known) {
            hand.begin();
        } else {
            drafts.load(
                    tasks,
                    () -> findOut(() -> {
                        known = true;
                        hand.begin();
                    }));
        }
    }

    /** The screen is left: gives the items back. What was entered is kept for when they come again. */
    public void hide() {
        asking.set(Asking.NOTHING);
        hand.end(decisions.underWay());
    }

    /** Whether somebody looks at the window. Time in which nobody does is not counted. */
    public void windowInUse(boolean inUse) {
        if (inUse) {
            desk.time().resume();
        } else {
            desk.time().pause();
        }
    }

    /** Loads what waits now: after everything was done, or when nothing could be loaded. */
    public void reload() {
        if (desk.open().isEmpty()) {
            desk.empty(new DeskState.Loading());
        }
        tasks.run(outgoing::hurry).start();
        hand.claim();
    }

    /** Closes the banner. */
    public void closeBanner() {
        bulletin.close();
    }

    /** A sign of life. */
    public void active() {
        hand.active();
    }

    /** Keeps the items in hand while somebody works on them; to be called every few seconds. */
    public void keep() {
        hand.keep();
    }

    /** A pause in typing: what is entered is kept. */
    public void typed() {
        turn.run(desk::keepDraft);
    }

    /** Gives the reward, or changes the one that is open again, and goes on; without a score it says that one is missing. */
    public void submit() {
        turn.run(() -> desk.open().ifPresent(open -> {
            desk.time().touch();
            Score score = desk.entered().score();
            if (score == null) {
                scoreMissing.set(true);
            } else {
                decisions.submit(open, score);
            }
        }));
    }

    /** Puts the item behind everything else; what was entered is kept for when it comes again. */
    public void skip() {
        skip("");
    }

    /** Puts the item behind everything else for a reason; empty for none. */
    public void skip(String reason) {
        turn.run(() -> decisions.skip(reason.strip()));
    }

    /** Asks for the reason to skip the item. */
    public void askToSkip() {
        turn.run(() -> decisions.undecided().ifPresent(_ -> asking.set(Asking.SKIP)));
    }

    /** Asks for the reason to flag the item. */
    public void askToFlag() {
        turn.run(() -> decisions.undecided().ifPresent(_ -> asking.set(Asking.FLAG)));
    }

    /** Neither skips nor flags after all. */
    public void stopAsking() {
        asking.set(Asking.NOTHING);
    }

    /** Takes the item out of the queue until a lead has looked; the comment goes with it. */
    public void flag(FlagReason reason) {
        turn.run(() -> decisions.flag(reason));
    }

    /** Undoes the last decision; again, the one before it. */
    public void undo() {
        turn.run(goingBack::undo);
    }

    /** Opens something decided in this session for changing. */
    public void reopen(Past past) {
        turn.run(() -> goingBack.reopen(past));
    }

    /** Opens what was refused with what was entered. */
    public void correct(Refused refused) {
        turn.run(() -> goingBack.correct(refused));
    }

    /** A refused decision was given up for good. */
    public void dropped(Refused refused) {
        history.forget(refused.decided());
    }

    /** Leaves what was opened again as it was; answers whether something was. */
    public boolean leaveAsItWas() {
        boolean opened = desk.isAside();
        turn.run(() -> desk.open().filter(_ -> desk.isAside()).ifPresent(open -> hand.putDown(open.item())));
        return opened;
    }

    private void heard(Outgoing.Outcome outcome) {
        history.heard(outcome);
        switch (outcome) {
            case Outgoing.Outcome.Taken taken ->
                undelivered.remove(taken.decision().id());
            case Outgoing.Outcome.NotTaken(Refused refused) -> {
                Decision decision = refused.decided().decision();
                undelivered.remove(decision.id());
                if (decision instanceof Decision.Given) {
                    progress.oneRewardLess();
                }
                bulletin.notice(Texts.of("review.refused", refused.reason()));
            }
        }
        if (undelivered.isEmpty()) {
            hand.allArrived();
        }
    }

    // What waits from before, or was sent once more elsewhere.
    private void findOut(Runnable then) {
        tasks.run(outgoing::waiting)
                .onSuccess(waiting -> {
                    waiting.forEach(undelivered::add);
                    then.run();
                })
                .onFailure(Throwable.class, failure -> {
                    bulletin.trouble(Bulletin.sentence(failure));
                    then.run();
                })
                .start();
    }
}
