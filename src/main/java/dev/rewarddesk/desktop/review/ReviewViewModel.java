package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.Hand;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.ReviewProgress;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.review.ReviewService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * The review desk: a few items in hand, the first of them shown, what is entered for it, and what becomes of it.
 *
 * <p>Submitting shows the next item at once while the reward is on its way. A reward that does not get through brings its item
 * back with everything entered: at once when nothing was entered for the item shown meanwhile, otherwise as the next one.
 */
public final class ReviewViewModel {

    private static final int FEW = 2;
    private static final Duration USUAL_LEASE = Duration.ofMinutes(10);
    private static final double MOST_SECONDS = 86_400;

    private final ReviewService service;
    private final CurrentWorkspace workspace;
    private final Notices notices;
    private final InTurn queue;
    private final Supply supply;
    private final Desk desk;
    private final Pile pile;
    private final Progress progress = new Progress();
    private final Bulletin bulletin = new Bulletin();
    private final ReadOnlyBooleanWrapper choosingFlag = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper scoreMissing = new ReadOnlyBooleanWrapper();

    private boolean inView;
    private int sending;
    private Optional<ReviewItem> doubtful = Optional.empty();

    /**
     * @param pictures where the items' pictures are put
     * @param clock what time it is
     */
    public ReviewViewModel(
            ReviewService service,
            CurrentWorkspace workspace,
            Tasks tasks,
            Notices notices,
            PictureShelf pictures,
            InstantSource clock) {
        this.service = service;
        this.workspace = workspace;
        this.notices = notices;
        this.queue = new InTurn(tasks);
        this.supply = new Supply(service, queue, clock, new Events());
        this.desk = new Desk(clock, pictures);
        this.pile = desk.pile();
        desk.form().scoreProperty().subscribe(score -> {
            if (score != null) {
                scoreMissing.set(false);
            }
        });
    }

    /** What is on the desk. */
    public ReadOnlyObjectProperty<DeskState> stateProperty() {
        return desk.stateProperty();
    }

    /** What is entered for the item on the desk. */
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

    /** Something that the reviewer has to know. */
    public ReadOnlyObjectProperty<Optional<Banner>> bannerProperty() {
        return bulletin.shownProperty();
    }

    /** Whether the reason for flagging is being asked. */
    public ReadOnlyBooleanProperty choosingFlagProperty() {
        return choosingFlag.getReadOnlyProperty();
    }

    /** Whether submitting was tried without a score. */
    public ReadOnlyBooleanProperty scoreMissingProperty() {
        return scoreMissing.getReadOnlyProperty();
    }

    /** The screen is in view: takes items in hand. */
    public void show() {
        inView = true;
        desk.time().touch();
        claim();
    }

    /** The screen is left: gives the items back. What was entered stays here for when they come again. */
    public void hide() {
        inView = false;
        choosingFlag.set(false);
        supply.giveBack(desk.clear());
    }

    /** Whether the screen may be left; says why not. */
    public boolean mayLeave() {
        if (sending > 0) {
            notices.tell(Texts.of("review.leave.sending"));
            return false;
        }
        desk.keepDraft();
        long unsent = pile.unsent();
        if (unsent > 0) {
            notices.ask(Question.giveUpRewards(unsent), this::giveUpUnsent);
            return false;
        }
        return true;
    }

    /** Loads what waits now: after everything was done, or when nothing could be loaded. */
    public void reload() {
        if (pile.current().isEmpty()) {
            desk.empty(new DeskState.Loading());
        }
        claim();
    }

    /** Closes the banner. */
    public void closeBanner() {
        bulletin.close();
    }

    /** A sign of life. Leases that ran out while the reviewer was elsewhere are asked for again. */
    public void active() {
        Duration quiet = desk.time().touch();
        if (inView && quiet.compareTo(lease()) > 0) {
            supply.renew(pile.items());
        }
    }

    /** Keeps the items in hand while somebody works on them; to be called every few seconds. */
    public void keep() {
        if (inView && desk.time().quiet().compareTo(lease()) < 0) {
            supply.keep(pile.items(), lease());
        }
    }

    /** Gives the reward and goes on; without a score it says that one is missing. */
    public void submit() {
        desk.current().ifPresent(item -> {
            desk.time().touch();
            Draft draft = desk.entered();
            Score score = draft.score();
            if (score == null) {
                scoreMissing.set(true);
                return;
            }
            NewReward reward = new NewReward(
                    draft.rewardId(),
                    item.response().id(),
                    score,
                    draft.feedback(),
                    draft.comment(),
                    List.of(),
                    Math.min(MOST_SECONDS, draft.spent().toMillis() / 1000.0),
                    item.lease().token());
            sending++;
            leave(item);
            queue.run(() -> service.submit(reward), _ -> rewarded(item), failure -> notRewarded(item, draft, failure));
            fill();
        });
    }

    /** Puts the item behind everything else; what was entered is kept for when it comes again. */
    public void skip() {
        desk.current().ifPresent(item -> {
            desk.keepDraft();
            leave(item);
            queue.run(
                    () -> {
                        service.skip(item, "");
                        return item;
                    },
                    _ -> fill(),
                    failure -> notDone(item, why -> Texts.of("review.not-skipped", why), failure));
            fill();
        });
    }

    /** Asks for the reason to flag the item. */
    public void chooseFlag() {
        choosingFlag.set(desk.current().isPresent());
    }

    /** Does not flag after all. */
    public void cancelFlag() {
        choosingFlag.set(false);
    }

    /** Takes the item out of the queue until a lead has looked; the comment goes with it. */
    public void flag(FlagReason reason) {
        desk.current().ifPresent(item -> {
            desk.keepDraft();
            String comment = desk.entered().comment();
            leave(item);
            queue.run(
                    () -> {
                        service.flag(item, reason, comment);
                        return item;
                    },
                    this::flagged,
                    failure -> notDone(item, why -> Texts.of("review.not-flagged", why), failure));
            fill();
        });
    }

    private void leave(ReviewItem item) {
        choosingFlag.set(false);
        scoreMissing.set(false);
        desk.leave(item);
    }

    private void claim() {
        supply.claim(pile.size());
    }

    /** Takes more in hand when few are left or, after everything that waits to be sent, when none is. */
    private void fill() {
        boolean wanted = pile.current().isEmpty()
                ? desk.stateProperty().get() instanceof DeskState.Loading
                : pile.size() <= FEW && supply.mayHaveMore();
        if (inView && wanted) {
            claim();
        }
    }

    private void lose(ReviewItem item) {
        Draft draft = desk.entered();
        leave(item);
        pile.forget(item);
        bulletin.lost(Texts.of("review.lease-lost"), draft);
    }

    private void rewarded(ReviewItem item) {
        sending--;
        pile.forget(item);
        bulletin.noTrouble();
        progress.oneRewarded();
        fill();
    }

    private void notRewarded(ReviewItem item, Draft draft, Throwable failure) {
        sending--;
        heard(failure);
        if (isFinal(failure)) {
            pile.forget(item);
            bulletin.lost(Texts.of("review.not-taken", Bulletin.sentence(failure)), draft);
            fill();
            return;
        }
        pile.keep(item, draft.comeBack());
        boolean inFront = comeBack(item);
        String why = Bulletin.sentence(failure);
        trouble(inFront ? Texts.of("review.not-sent", why) : Texts.of("review.not-sent.next", why));
    }

    private void flagged(ReviewItem item) {
        pile.forget(item);
        notices.tell(Texts.of("review.flagged"));
        progress.oneFlagged();
        fill();
    }

    private void notDone(ReviewItem item, UnaryOperator<String> text, Throwable failure) {
        heard(failure);
        if (isFinal(failure)) {
            // Somebody else has it, or it is gone: then it need not be skipped or flagged.
            fill();
        } else {
            comeBack(item);
            trouble(text.apply(Bulletin.sentence(failure)));
        }
    }

    /** Brings an item back, in front unless the reviewer is at work on another; answers whether it is in front. */
    private boolean comeBack(ReviewItem item) {
        pile.unspend(item);
        if (!inView) {
            return false;
        }
        return desk.comeBack(item, choosingFlag.get());
    }

    private void trouble(String text) {
        bulletin.trouble(text);
        if (!inView) {
            notices.tell(text);
        }
    }

    private void giveUpUnsent() {
        desk.forgetUnsent();
        bulletin.noTrouble();
        notices.tell(Texts.of("review.given-up"));
    }

    private void heard(Throwable failure) {
        if (failure instanceof ServiceFailure known) {
            workspace.noticed(known);
        } else {
            notices.fail(failure);
        }
    }

    private Duration lease() {
        return workspace
                .workspaceProperty()
                .get()
                .map(known -> Duration.ofSeconds(known.leaseSeconds()))
                .orElse(USUAL_LEASE);
    }

    private static boolean isFinal(Throwable failure) {
        return failure instanceof ServiceFailure.Conflict || failure instanceof ServiceFailure.NotFound;
    }

    private static boolean isSame(ReviewItem one, ReviewItem other) {
        return one.response().id().equals(other.response().id());
    }

    private final class Events implements Supply.Customer {

        @Override
        public void taken(Hand hand) {
            progress.set(hand.progress());
            if (!inView) {
                supply.giveBack(hand.items());
                return;
            }
            doubtful.filter(item -> hand.items().stream().noneMatch(held -> isSame(held, item)))
                    .ifPresent(ReviewViewModel.this::lose);
            doubtful = Optional.empty();
            pile.take(hand.items());
            if (pile.current().isPresent()) {
                desk.openFirst();
            } else if (!queue.hasMore()) {
                desk.empty(new DeskState.Done());
            }
        }

        @Override
        public void notTaken(Throwable failure) {
            heard(failure);
            if (inView && pile.current().isEmpty()) {
                desk.empty(new DeskState.Failed(Bulletin.sentence(failure)));
            }
        }

        @Override
        public void lost(List<ReviewItem> items) {
            for (ReviewItem item : items) {
                if (desk.isOpen(item)) {
                    // Perhaps nobody has taken it meanwhile; a claim tells, and then brings it back.
                    doubtful = Optional.of(item);
                    claim();
                } else {
                    pile.drop(item);
                }
            }
        }

        @Override
        public void failed(Throwable failure) {
            heard(failure);
        }
    }
}
