package dev.rewarddesk.outbox;

import dev.rewarddesk.disk.FileRight;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.OutboxState;
import dev.rewarddesk.model.OutboxState.Condition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends in the background what waits, for as long as it takes: several decisions at a time, those about one response in order.
 * One process at a time does it for a workspace's file; the others look on, and one of them takes over when that one ends.
 */
public final class Delivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private static final int AT_A_TIME = 8;

    /** How soon it is noticed that somebody signed in, or that another process has written or ended. */
    private static final Duration GLANCE = Duration.ofMillis(500);

    /** For what is on its way at the end. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Sender sender;
    private final News news;
    private final Line line;
    private final Lanes lanes;
    private final Semaphore bell = new Semaphore(0);
    private final Set<Thread> senders = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().daemon().name("outbox").unstarted(this::run);
    private volatile Optional<UUID> person;
    private volatile boolean closed;
    private @Nullable FileRight right;

    /** Begins at once. Closing it leaves the outbox open. */
    public Delivery(Outbox outbox, Sender sender) {
        this(outbox, sender, BackOff.usual());
    }

    Delivery(Outbox outbox, Sender sender, BackOff backOff) {
        this.outbox = outbox;
        this.sender = sender;
        this.news = new News(outbox);
        this.line = new Line(backOff, System.nanoTime());
        this.lanes = new Lanes(backOff);
        this.person = sender.person();
        news.update(person, Condition.SENDING);
        thread.start();
    }

    /** Whose decisions are sent: the person signed in, or the last one who was; empty when nobody has been. */
    public Optional<UUID> person() {
        Optional<UUID> now = sender.person();
        if (now.isPresent()) {
            person = now;
        }
        return person;
    }

    /** Says that something was written here. */
    public void look() {
        bell.release();
    }

    /** Tries at once what waits, except where the workspace itself has asked for time. */
    public void hurry() {
        long now = System.nanoTime();
        line.hurry(now);
        lanes.hurry(now);
        bell.release();
    }

    /** How it stands now, then after every change, until the answer is closed. */
    public AutoCloseable follow(Consumer<OutboxState> follower) {
        return news.follow(follower);
    }

    /** Each decision that the workspace has taken or refused since, until the answer is closed. */
    public AutoCloseable hear(Consumer<Settled> hearer) {
        return news.hear(hearer);
    }

    /** Stops sending. What is on its way has a moment to arrive. */
    @Override
    public void close() {
        closed = true;
        bell.release();
        long deadline = System.nanoTime() + GRACE.toNanos();
        boolean interrupted = false;
        for (Thread each : senders) {
            interrupted |= !joined(each, deadline);
        }
        for (Thread each : senders) {
            each.interrupt();
            interrupted |= !joined(each, System.nanoTime() + GRACE.toNanos());
        }
        interrupted |= !joined(thread, System.nanoTime() + GRACE.toNanos());
        if (right != null) {
            giveUp(right);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            long wait = GLANCE.toNanos();
            try {
                wait = step();
            } catch (ServiceFailure failure) {
                LOG.warn("The outbox cannot be worked with now: {}", failure.getMessage());
            } catch (RuntimeException bug) {
                LOG.error("The outbox failed", bug);
            }
            try {
                if (bell.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    // Starts what can be started, tells what is new, and answers how long nothing will be due, in nanoseconds.
    private long step() {
        Optional<UUID> signedIn = sender.person();
        Condition condition = Condition.SENDING;
        long wait = GLANCE.toNanos();
        if (!mayThisProcessSend()) {
            condition = Condition.ELSEWHERE;
        } else if (signedIn.isEmpty()) {
            condition = Condition.SIGNED_OUT;
        } else {
            wait = Math.min(wait, start(signedIn.get()));
            if (line.isTroubled() || lanes.anyFailing() || line.pause(System.nanoTime()) > 0) {
                condition = Condition.TRYING_AGAIN;
            }
        }
        news.update(person(), condition);
        outbox.tidy();
        return wait;
    }

    private long start(UUID who) {
        long now = System.nanoTime();
        long pause = line.pause(now);
        if (pause > 0) {
            return pause;
        }
        int room = (line.isTroubled() ? 1 : AT_A_TIME) - lanes.onTheWay();
        if (room > 0) {
            for (Waiting waiting : outbox.next(who, response -> lanes.isFree(response, now), room)) {
                lanes.begin(waiting.decision().responseId());
                Thread started = Thread.ofVirtual().name("outbox sender").unstarted(() -> send(waiting));
                senders.add(started);
                started.start();
            }
            return lanes.untilNext(now);
        }
        // Whoever is on the way rings the bell on coming back.
        return Long.MAX_VALUE;
    }

    private void send(Waiting waiting) {
        UUID response = waiting.decision().responseId();
        long began = System.nanoTime();
        try {
            if (!closed && outbox.attempt(waiting)) {
                ask(waiting);
                line.good(System.nanoTime());
                lanes.good(response);
            }
        } catch (ServiceFailure.SignedOut signedOut) {
            if (sender.person().equals(Optional.of(waiting.person()))) {
                // The workspace does not know a sign-in that it has just renewed.
                failed(waiting, began, null, signedOut);
            }
        } catch (ServiceFailure.Server server) {
            failed(waiting, began, server.retryAfter(), server);
        } catch (ServiceFailure failure) {
            failed(waiting, began, null, failure);
        } catch (RuntimeException bug) {
            LOG.error("A decision could not be sent", bug);
            failed(waiting, began, null, bug);
        } finally {
            lanes.end(response);
            senders.remove(Thread.currentThread());
            bell.release();
        }
    }

    private void ask(Waiting waiting) {
        if (waiting.decision() instanceof Decision.Changed change && change.revision() == null) {
            outbox.refuse(
                    waiting,
                    "revision_unknown",
                    "It is no longer known which score this change was made to. Look at the score as it is now, and change it"
                            + " again.",
                    Instant.now());
            return;
        }
        int revision;
        try {
            revision = sender.send(waiting.person(), waiting.decision());
        } catch (ServiceFailure.Forbidden
                | ServiceFailure.NotFound
                | ServiceFailure.Conflict
                | ServiceFailure.Invalid refusal) {
            outbox.refuse(waiting, refusal.code(), refusal.getMessage(), Instant.now());
            return;
        }
        outbox.take(waiting, revision, Instant.now());
    }

    private void failed(Waiting waiting, long began, @Nullable Duration asked, RuntimeException failure) {
        LOG.debug("A decision waits on: {}", failure.getMessage());
        long now = System.nanoTime();
        UUID response = waiting.decision().responseId();
        lanes.bad(response, now);
        line.bad(response, began, now);
        if (asked != null) {
            line.asked(asked, now);
        }
    }

    private boolean mayThisProcessSend() {
        try {
            if (right == null) {
                right = FileRight.take(outbox.folder().sendingLock()).orElse(null);
            }
        } catch (IOException failure) {
            LOG.warn("The right to send cannot be asked for", failure);
        }
        return right != null;
    }

    private static void giveUp(FileRight right) {
        try {
            right.close();
        } catch (IOException gone) {
            LOG.warn("The right to send could not be given back", gone);
        }
    }

    private static boolean joined(Thread thread, long deadline) {
        try {
            thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }
}
