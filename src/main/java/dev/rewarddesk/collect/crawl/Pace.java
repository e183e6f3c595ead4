package dev.rewarddesk.collect.crawl;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How often one host is asked: so many at a time, and so long between two beginnings. */
final class Pace {

    private final Semaphore places;
    private final AtomicLong nextStart = new AtomicLong(System.nanoTime());
    private volatile long interval;

    Pace(int atATime, Duration between) {
        this.places = new Semaphore(atATime, true);
        this.interval = between.toNanos();
    }

    /** Between two beginnings at least that long from now on, as the site asks. */
    void slower(Duration between) {
        interval = Math.max(interval, between.toNanos());
    }

    /** Waits for a turn; {@link #leave} ends it. */
    void enter() throws InterruptedException {
        places.acquire();
        boolean entered = false;
        try {
            long before;
            long mine;
            do {
                before = nextStart.get();
                long now = System.nanoTime();
                mine = before - now > 0 ? before : now;
            } while (!nextStart.compareAndSet(before, mine + interval));
            TimeUnit.NANOSECONDS.sleep(mine - System.nanoTime());
            entered = true;
        } finally {
            if (!entered) {
                places.release();
            }
        }
    }

    void leave() {
        places.release();
    }

    /** Nobody begins before that time has passed. */
    void leaveAlone(Duration wait) {
        long until = System.nanoTime() + wait.toNanos();
        nextStart.updateAndGet(before -> before - until > 0 ? before : until);
    }
}
