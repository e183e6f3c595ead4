package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Hand;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.review.ReviewService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Where items come from: takes them in hand, keeps their leases while somebody works, and gives them back. */
final class Supply {

    /** How many items are in hand, the current one included. */
    static final int IN_HAND = 12;

    /** With so few in hand, more are asked for: early enough that the desk need not wait for them. */
    static final int FEW = 8;

    private static final int MOST = 50;
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final ReviewService service;
    private final InTurn line;
    private final InstantSource clock;
    private final Undelivered undelivered;
    private final Customer customer;
    private boolean claiming;
    private boolean moreWait = true;
    private Instant renewed = Instant.EPOCH;
    private Instant asked = Instant.EPOCH;

    /** Who is told what came of it. */
    interface Customer {

        /** How long a lease lasts. */
        Duration lease();

        /**
         * These items are in hand now.
         *
         * @param before what was in hand when they were asked for
         */
        void taken(Hand hand, List<ReviewItem> before);

        /** No items could be had. */
        void notTaken(Throwable failure);

        /** No items are asked for before what was decided has arrived. */
        void notYet();

        /** The time of these items ran out. */
        void lost(List<ReviewItem> items);

        /** Leases could not be renewed or given back; they run out by themselves. */
        void failed(Throwable failure);
    }

    Supply(ReviewService service, InTurn line, InstantSource clock, Undelivered undelivered, Customer customer) {
        this.service = service;
        this.line = line;
        this.clock = clock;
        this.undelivered = undelivered;
        this.customer = customer;
    }

    /** Whether more may be had than there was at the last time. */
    boolean mayHaveMore() {
        return moreWait;
    }

    /** Asks for items, unless they are being asked for already. */
    void claim(List<ReviewItem> held) {
        if (claiming) {
            return;
        }
        if (!mayClaim()) {
            customer.notYet();
            return;
        }
        claiming = true;
        // What was decided and has not arrived is still in the hand that the workspace knows of.
        int size = Math.min(MOST, Math.max(IN_HAND, held.size()) + undelivered.size());
        line.run(
                () -> service.claim(size),
                hand -> {
                    claiming = false;
                    leasesAreGood();
                    moreWait = hand.items().size() >= size;
                    customer.taken(hand, held);
                },
                failure -> {
                    claiming = false;
                    customer.notTaken(failure);
                });
    }

    /** Renews leases after a third of their time. */
    void keep(List<ReviewItem> items) {
        if (!asked.isAfter(clock.instant().minus(customer.lease().dividedBy(3)))) {
            renew(items);
        }
    }

    /** Renews the leases of these items, and of those that were decided about and have not arrived. */
    void renew(List<ReviewItem> items) {
        List<ReviewItem> all =
                Stream.concat(items.stream(), undelivered.items().stream()).toList();
        if (!all.isEmpty()) {
            asked = clock.instant();
            line.run(
                    () -> service.renew(all),
                    lost -> {
                        leasesAreGood();
                        customer.lost(lost);
                    },
                    customer::failed);
        }
    }

    /** Gives items back to the queue. */
    void giveBack(List<ReviewItem> items) {
        if (!items.isEmpty()) {
            line.run(
                    () -> {
                        service.release(items);
                        return items;
                    },
                    _ -> {},
                    customer::failed);
        }
    }

    private void leasesAreGood() {
        renewed = clock.instant();
        asked = renewed;
    }

    // A claim gives new leases in place of those that ran out, and a decision made under the old one would be refused:
    // it has
    // to arrive first.
    private boolean mayClaim() {
        return undelivered.isEmpty()
                || clock.instant().isBefore(renewed.plus(customer.lease()).minus(MARGIN));
    }
}
