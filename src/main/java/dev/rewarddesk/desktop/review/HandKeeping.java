package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.Connection;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Hand;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.review.ReviewService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps items in hand while somebody works, so that the next one is there when it is wanted, also when the line is down; gives
 * them back when nobody does.
 */
final class HandKeeping implements Supply.Customer {

    private static final Duration USUAL_LEASE = Duration.ofMinutes(10);

    private final ReviewService service;
    private final CurrentWorkspace workspace;
    private final Notices notices;
    private final InTurn line;
    private final Desk desk;
    private final Pile pile;
    private final Undelivered undelivered;
    private final Progress progress;
    private final Bulletin bulletin;
    private final Supply supply;
    // Leases whose loss the person was told of.
    private final Set<UUID> told = new HashSet<>();
    private boolean inView;
    private boolean away;

    HandKeeping(
            ReviewService service,
            CurrentWorkspace workspace,
            Notices notices,
            InTurn line,
            InstantSource clock,
            Sitting sitting) {
        this.service = service;
        this.workspace = workspace;
        this.notices = notices;
        this.line = line;
        this.desk = sitting.desk();
        this.pile = desk.pile();
        this.undelivered = sitting.undelivered();
        this.progress = sitting.progress();
        this.bulletin = sitting.bulletin();
        this.supply = new Supply(service, line, clock, undelivered, this);
        workspace.connectionProperty().subscribe(now -> {
            if (now == Connection.CONNECTED) {
                fill();
            }
        });
    }

    boolean isInView() {
        return inView;
    }

    /** Somebody sits down. */
    void begin() {
        inView = true;
        away = false;
        desk.time().resume();
        desk.time().touch();
        desk.openFirst();
        claim();
    }

    /**
     * Nobody sits here any more: gives the items back. Those of a workspace that does not answer stay in hand.
     *
     * @param decided about to be decided, so not given back
     */
    void end(List<ReviewItem> decided) {
        inView = false;
        desk.keepDraft();
        desk.time().pause();
        Connection connection = workspace.connectionProperty().get();
        if (connection == Connection.OFFLINE || connection == Connection.SIGNED_OUT) {
            desk.showFirst();
            return;
        }
        List<ReviewItem> items = pile.items();
        pile.clear();
        desk.empty(new DeskState.Loading());
        supply.giveBack(items.stream().filter(item -> !decided.contains(item)).toList());
    }

    /** A sign of life. Items given back meanwhile, or whose time ran out, are asked for again. */
    void active() {
        Duration quiet = desk.time().touch();
        if (inView && (away || quiet.compareTo(lease()) > 0)) {
            away = false;
            claim();
        }
    }

    /** To be called every few seconds: keeps the items while somebody works on them. */
    void keep() {
        if (!inView || away) {
            return;
        }
        if (desk.time().quiet().compareTo(lease()) < 0) {
            supply.keep(pile.items());
            fill();
            if (!undelivered.isEmpty() && desk.stateProperty().get() instanceof DeskState.Loading) {
                notYet();
            }
        } else {
            away = true;
            supply.giveBack(pile.items());
        }
    }

    /** Asks for items. */
    void claim() {
        supply.claim(pile.items());
    }

    /** Asks for more when few are left or, where none is, when there may be some. */
    void fill() {
        boolean wanted = pile.current().isEmpty()
                ? !(desk.stateProperty().get() instanceof DeskState.Done)
                : pile.size() <= Supply.FEW && supply.mayHaveMore();
        if (inView && !away && wanted) {
            claim();
        }
    }

    /** Everything decided has arrived or was refused: what was skipped may be had again. */
    void allArrived() {
        if (inView && !away && pile.current().isEmpty()) {
            claim();
        } else {
            fill();
        }
    }

    /** Puts an item down that was opened again, and whose decision stays as it is. */
    void putDown(ReviewItem item) {
        if (pile.holds(item)) {
            pile.drop(item);
            supply.giveBack(List.of(item));
        }
        desk.showFirst();
        fill();
    }

    @Override
    public Duration lease() {
        return workspace
                .workspaceProperty()
                .get()
                .map(known -> Duration.ofSeconds(known.leaseSeconds()))
                .orElse(USUAL_LEASE);
    }

    @Override
    public void taken(Hand hand, List<ReviewItem> before) {
        progress.set(hand.progress(), undelivered);
        List<ReviewItem> mine = hand.items().stream()
                .filter(item -> !undelivered.holds(item.response().id()))
                .toList();
        if (!inView || away) {
            pile.clear();
            supply.giveBack(mine);
            return;
        }
        pile.take(mine);
        loseAll(before.stream().filter(item -> !isIn(hand.items(), item)).toList());
        if (pile.current().isPresent()) {
            desk.openFirst();
        } else if (!line.hasMore() && !desk.isAside()) {
            // What was skipped comes back once the workspace knows of it.
            desk.empty(undelivered.isEmpty() ? new DeskState.Done() : new DeskState.Loading());
        }
    }

    @Override
    public void notTaken(Throwable failure) {
        heard(failure);
        nothingToShow(
                undelivered.isEmpty()
                        ? Bulletin.sentence(failure)
                        : Texts.of("review.failed.safe", Bulletin.sentence(failure)));
    }

    @Override
    public void notYet() {
        nothingToShow(Texts.of("review.failed.first"));
    }

    @Override
    public void lost(List<ReviewItem> items) {
        loseAll(items);
        fill();
    }

    @Override
    public void failed(Throwable failure) {
        heard(failure);
    }

    /** Takes from a failure what it says about the line; tells what nobody expected. */
    void heard(Throwable failure) {
        if (failure instanceof ServiceFailure known) {
            workspace.noticed(known);
        } else {
            notices.fail(failure);
        }
    }

    private void loseAll(List<ReviewItem> items) {
        for (ReviewItem item : items) {
            if (desk.isOpen(item)) {
                takeAgain(item);
            } else {
                pile.drop(item);
            }
        }
    }

    // Its time ran out while it was open; perhaps nobody else has taken it.
    private void takeAgain(ReviewItem item) {
        if (!pile.holds(item) || told.contains(item.lease().token())) {
            return;
        }
        line.run(
                () -> service.claim(item.response().id()),
                again -> {
                    if (pile.holds(item)) {
                        pile.take(List.of(again));
                        desk.openFirst();
                    } else {
                        supply.giveBack(List.of(again));
                    }
                },
                failure -> {
                    heard(failure);
                    if (failure instanceof ServiceFailure.Conflict || failure instanceof ServiceFailure.NotFound) {
                        takenByAnother(item);
                    }
                });
    }

    private void takenByAnother(ReviewItem item) {
        if (!pile.holds(item)) {
            return;
        }
        if (desk.isOpen(item) && !desk.entered().isBlank()) {
            told.add(item.lease().token());
            bulletin.notice(Texts.of("review.lease-lost"));
        } else {
            pile.drop(item);
            desk.openFirst();
            fill();
        }
    }

    private void nothingToShow(String why) {
        if (inView && pile.current().isEmpty() && !desk.isAside()) {
            desk.empty(new DeskState.Failed(why));
        }
    }

    private static boolean isIn(List<ReviewItem> items, ReviewItem wanted) {
        return items.stream()
                .anyMatch(item -> item.response().id().equals(wanted.response().id()));
    }
}
