package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.FlagReason;
import dev.rewarddesk.model.Hand;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.ReviewProgress;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.review.ReviewService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The review desk: a few items in hand, the first of them shown, what is entered for it, and what becomes of it.
 *
 * <p>Submitting shows the next item at once while the reward is on its way. A reward that does not get through brings its item
 * back with everything entered: at once when nothing was entered for the item shown meanwhile, otherwise as the next one.
 */
public final class ReviewViewModel {

    private static final int IN_HAND = 5;
    private static final int FEW = 2;
    private static final Duration USUAL_LEASE = Duration.ofMinutes(10);
    private static final double MOST_SECONDS = 86_400;

    private final ReviewService service;
    private final CurrentWorkspace workspace;
    private final Notices notices;
    private final InstantSource clock;
    private final InTurn queue;
    private final PictureShelf pictures;
    private final WorkTime time;
    private final Pile pile = new Pile();
    private final RewardForm form = new RewardForm();

    private final ReadOnlyObjectWrapper<DeskState> state = new ReadOnlyObjectWrapper<>(new DeskState.Loading());
    private final ReadOnlyObjectWrapper<Optional<ReviewProgress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Banner>> banner = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper choosingFlag = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper scoreMissing = new ReadOnlyBooleanWrapper();

    private boolean inView;
    private boolean claiming;
    private boolean moreWait = true;
    private int sending;
    private Instant renewed;
    private Optional<ReviewItem> doubtful = Optional.empty();

    /** @param clock what time it is */
    public ReviewViewModel(
            ReviewService service, CurrentWorkspace workspace, Tasks tasks, Notices notices, InstantSource clock) {
        this.service = service;
        this.workspace = workspace;
        this.notices = notices;
        this.clock = clock;
        this.renewed = clock.instant();
        this.queue = new InTurn(tasks);
        this.pictures = new PictureShelf(tasks, service::bytesOf);
        this.time = new WorkTime(clock);
        form.scoreProperty().subscribe(score -> {
            if (score != null) {
                scoreMissing.set(false);
            }
        });
    }

    /** What is on the desk. */
    public ReadOnlyObjectProperty<DeskState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What is entered for the item on the desk. */
    public RewardForm form() {
        return form;
    }

    /** The picture of the item on the desk. */
    public ReadOnlyObjectProperty<PictureState> pictureProperty() {
        return pictures.currentProperty();
    }

    /** How far the reviewer is; empty until known. */
    public ReadOnlyObjectProperty<Optional<ReviewProgress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Something that the reviewer has to know. */
    public ReadOnlyObjectProperty<Optional<Banner>> bannerProperty() {
        return banner.getReadOnlyProperty();
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
        time.touch();
        claim();
    }

    /** The screen is left: gives the items back. What was entered stays here for when they come again. */
    public void hide() {
        inView = false;
        keepDraft();
        List<ReviewItem> held = pile.items();
        pile.clear();
        giveBack(held);
        choosingFlag.set(false);
        state.set(new DeskState.Loading());
        pictures.want(null, List.of());
    }

    /** Whether the screen may be left; says why not. */
    public boolean mayLeave() {
        if (sending > 0) {
            notices.tell(Texts.of("review.leave.sending"));
            return false;
        }
        keepDraft();
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
            state.set(new DeskState.Loading());
        }
        claim();
    }

    /** Tries a picture again that did not arrive. */
    public void pictureAgain() {
        pictures.again();
    }

    /** Closes the banner. */
    public void closeBanner() {
        banner.set(Optional.empty());
    }

    /** A sign of life. Leases that ran out while the reviewer was elsewhere are asked for again. */
    public void active() {
        Duration quiet = time.touch();
        if (inView && quiet.compareTo(lease()) > 0) {
            renew();
        }
    }

    /** Keeps the items in hand while somebody works on them; to be called every few seconds. */
    public void keep() {
        boolean due = Duration.between(renewed, clock.instant()).compareTo(lease().dividedBy(3)) >= 0;
        if (inView && due && time.quiet().compareTo(lease()) < 0) {
            renew();
        }
    }

    /** Gives the reward and goes on; without a score it says that one is missing. */
    public void submit() {
        current().ifPresent(item -> {
            time.touch();
            Draft draft = form.draft(time.spent());
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
        current().ifPresent(item -> {
            keepDraft();
            leave(item);
            queue.run(
                    () -> {
                        service.skip(item, "");
                        return item;
                    },
                    _ -> fill(),
                    failure -> notDone(item, "review.not-skipped", failure));
            fill();
        });
    }

    /** Asks for the reason to flag the item. */
    public void chooseFlag() {
        choosingFlag.set(current().isPresent());
    }

    /** Does not flag after all. */
    public void cancelFlag() {
        choosingFlag.set(false);
    }

    /** Takes the item out of the queue until a lead has looked; the comment goes with it. */
    public void flag(FlagReason reason) {
        current().ifPresent(item -> {
            keepDraft();
            String comment = form.draft(time.spent()).comment();
            leave(item);
            queue.run(
                    () -> {
                        service.flag(item, reason, comment);
                        return item;
                    },
                    this::flagged,
                    failure -> notDone(item, "review.not-flagged", failure));
            fill();
        });
    }

    private Optional<ReviewItem> current() {
        return state.get() instanceof DeskState.Reviewing reviewing ? Optional.of(reviewing.item()) : Optional.empty();
    }

    private void keepDraft() {
        current().ifPresent(item -> pile.keep(item, form.draft(time.spent())));
    }

    /** Takes an item off the desk and shows the next one. */
    private void leave(ReviewItem item) {
        choosingFlag.set(false);
        pile.spend(item);
        if (pile.current().isPresent()) {
            showCurrent();
        } else {
            state.set(new DeskState.Loading());
            pictures.want(null, List.of());
        }
    }

    private void claim() {
        if (claiming) {
            return;
        }
        claiming = true;
        int size = Math.max(IN_HAND, pile.size());
        queue.run(
                () -> service.claim(size),
                hand -> {
                    claiming = false;
                    claimed(hand, size);
                },
                failure -> {
                    claiming = false;
                    heard(failure);
                    if (inView && pile.current().isEmpty()) {
                        state.set(new DeskState.Failed(sentence(failure)));
                    }
                });
    }

    private void claimed(Hand hand, int asked) {
        renewed = clock.instant();
        progress.set(Optional.of(hand.progress()));
        if (!inView) {
            giveBack(hand.items());
            return;
        }
        moreWait = hand.items().size() >= asked;
        doubtful.filter(item -> hand.items().stream().noneMatch(held -> isSame(held, item)))
                .ifPresent(this::lose);
        doubtful = Optional.empty();
        pile.take(hand.items());
        if (pile.current().isPresent()) {
            showCurrent();
        } else if (!queue.hasMore()) {
            state.set(new DeskState.Done());
        }
    }

    /** Takes more in hand when few are left or, after everything that waits to be sent, when none is. */
    private void fill() {
        boolean wanted =
                pile.current().isEmpty() ? state.get() instanceof DeskState.Loading : pile.size() <= FEW && moreWait;
        if (inView && wanted) {
            claim();
        }
    }

    private void showCurrent() {
        ReviewItem item = pile.current().orElseThrow();
        if (current().filter(now -> isSame(now, item)).isEmpty()) {
            Draft draft = pile.draftOf(item);
            form.show(draft);
            time.begin(draft.spent());
            scoreMissing.set(false);
        }
        state.set(new DeskState.Reviewing(item));
        List<Image> next = pile.items().stream()
                .skip(1)
                .flatMap(later -> Stream.ofNullable(later.image()))
                .toList();
        pictures.want(item.image(), next);
    }

    private void giveBack(List<ReviewItem> items) {
        if (!items.isEmpty()) {
            // Nothing to tell when it fails: leases that are not given back run out by themselves.
            queue.run(
                    () -> {
                        service.release(items);
                        return items;
                    },
                    _ -> {},
                    this::heard);
        }
    }

    private void renew() {
        List<ReviewItem> held = pile.items();
        if (!held.isEmpty()) {
            renewed = clock.instant();
            queue.run(() -> service.renew(held), this::leasesLost, this::heard);
        }
    }

    private void leasesLost(List<ReviewItem> lost) {
        for (ReviewItem item : lost) {
            if (current().filter(now -> isSame(now, item)).isPresent()) {
                // Perhaps nobody has taken it meanwhile; a claim tells, and then brings it back.
                doubtful = Optional.of(item);
                claim();
            } else {
                pile.drop(item);
            }
        }
    }

    private void lose(ReviewItem item) {
        Draft draft = form.draft(time.spent());
        leave(item);
        pile.forget(item);
        banner.set(Optional.of(new Banner(
                Banner.Kind.NOTICE, Texts.of("review.lease-lost"), draft.isBlank() ? "" : LostText.of(draft))));
    }

    private void rewarded(ReviewItem item) {
        sending--;
        pile.forget(item);
        banner.set(banner.get().filter(shown -> shown.kind() == Banner.Kind.NOTICE));
        progress.set(progress.get()
                .map(now -> new ReviewProgress(now.done() + 1, now.doneToday() + 1, now.left() - 1, now.skipped())));
        fill();
    }

    private void notRewarded(ReviewItem item, Draft draft, Throwable failure) {
        sending--;
        heard(failure);
        if (isFinal(failure)) {
            pile.forget(item);
            banner.set(Optional.of(new Banner(
                    Banner.Kind.NOTICE, Texts.of("review.not-taken", sentence(failure)), LostText.of(draft))));
            fill();
            return;
        }
        pile.keep(item, draft.comeBack());
        boolean inFront = comeBack(item);
        trouble(Texts.of(inFront ? "review.not-sent" : "review.not-sent.next", sentence(failure)));
    }

    private void flagged(ReviewItem item) {
        pile.forget(item);
        notices.tell(Texts.of("review.flagged"));
        progress.set(progress.get()
                .map(now -> new ReviewProgress(now.done(), now.doneToday(), now.left() - 1, now.skipped())));
        fill();
    }

    private void notDone(ReviewItem item, String key, Throwable failure) {
        heard(failure);
        if (isFinal(failure)) {
            // Somebody else has it, or it is gone: then it need not be skipped or flagged.
            fill();
        } else {
            comeBack(item);
            trouble(Texts.of(key, sentence(failure)));
        }
    }

    /** Brings an item back, in front unless the reviewer is at work on another; answers whether it is in front. */
    private boolean comeBack(ReviewItem item) {
        if (!inView) {
            return false;
        }
        boolean atWork = current().isPresent() && (!form.isBlank() || form.isUnsent() || choosingFlag.get());
        pile.putBack(item, !atWork);
        showCurrent();
        return !atWork;
    }

    private void trouble(String text) {
        banner.set(Optional.of(new Banner(Banner.Kind.TROUBLE, text, "")));
        if (!inView) {
            notices.tell(text);
        }
    }

    private void giveUpUnsent() {
        pile.forgetUnsent();
        if (form.isUnsent()) {
            current().ifPresent(item -> form.show(pile.draftOf(item)));
        }
        banner.set(Optional.empty());
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

    private static String sentence(Throwable failure) {
        return failure instanceof ServiceFailure known ? known.getMessage() : Texts.of("failure.unexpected.text");
    }
}
