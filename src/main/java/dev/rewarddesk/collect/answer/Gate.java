package dev.rewarddesk.collect.answer;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What all who ask pass before each request: open, shut for a while, or closed for good. */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private boolean shut;
    private boolean closed;

    /** Waits while the gate is shut; answers whether it is open, rather than closed. */
    boolean pass() throws InterruptedException {
        lock.lock();
        try {
            while (shut && !closed) {
                moved.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for so long, or until the gate is closed. */
    void rest(Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long nanos = wait.toNanos();
            while (nanos > 0 && !closed) {
                nanos = moved.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    void shut(boolean now) {
        lock.lock();
        try {
            shut = now;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isShut() {
        lock.lock();
        try {
            return shut && !closed;
        } finally {
            lock.unlock();
        }
    }
}
