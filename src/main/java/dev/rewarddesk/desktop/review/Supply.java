package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Hand;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.review.ReviewService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Where items come from: takes them in hand, keeps their leases while somebody works, and gives them back. */
final class Supply {

    /** How many items are in hand, the current one included. */
    static final int IN_HAND = 12;

    private final ReviewService service;
    private final InTurn queue;
    private final InstantSource clock;
    private final Customer customer;
    private boolean claiming;
    private boolean moreWait = true;
    private Instant renewed;

    /** Who is told what came of it. */
    interface Customer {

        /** These items are in hand now. */
        void taken(Hand hand);

        /** No items could be had. */
        void notTaken(Throwable failure);

        /** These items are in hand no more: their time ran out. */
        void lost(List<ReviewItem> items);

        /** Leases could not be renewed or given back; they run out by themselves. */
        void failed(Throwable failure);
    }

    Supply(ReviewService service, InTurn queue, InstantSource clock, Customer customer) {
        this.service = service;
        this.queue = queue;
        this.clock = clock;
        this.customer = customer;
        this.renewed = clock.instant();
    }

    /** Whether more may be had than there was at the last time. */
    boolean mayHaveMore() {
        return moreWait;
    }

    /** Asks for items, unless they are being asked for already. */
    void claim(int held) {
        if (claiming) {
            return;
        }
        claiming = true;
        int size = Math.max(IN_HAND, held);
        queue.run(
                () -> service.claim(size),
                hand -> {
                    claiming = false;
                    renewed = clock.instant();
                    moreWait = hand.items().size() >= size;
                    customer.taken(hand);
                },
                failure -> {
                    claiming = false;
                    customer.notTaken(failure);
                });
    }

    /** Renews leases after a third of their time. */
    void keep(List<ReviewItem> items, Duration lease) {
        Duration since = Duration.between(renewed, clock.instant());
        if (since.compareTo(lease.dividedBy(3)) >= 0) {
            renew(items);
        }
    }

    /** Renews leases now. */
    void renew(List<ReviewItem> items) {
        if (!items.isEmpty()) {
            renewed = clock.instant();
            queue.run(() -> service.renew(items), customer::lost, customer::failed);
        }
    }

    /** Gives items back to the queue. */
    void giveBack(List<ReviewItem> items) {
        if (!items.isEmpty()) {
            queue.run(
                    () -> {
                        service.release(items);
                        return items;
                    },
                    _ -> {},
                    customer::failed);
        }
    }
}
