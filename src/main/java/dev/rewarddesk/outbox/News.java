package dev.rewarddesk.outbox;

import dev.rewarddesk.model.OutboxState;
import dev.rewarddesk.model.OutboxState.Condition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those who follow what has changed in the file, whichever process has changed it. */
final class News {

    private static final Logger LOG = LoggerFactory.getLogger(News.class);

    private final Outbox outbox;
    private final List<Consumer<OutboxState>> followers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Settled>> hearers = new CopyOnWriteArrayList<>();
    private @Nullable Integer seenChanges;
    private Optional<UUID> seenPerson = Optional.empty();
    private Tally tally = Tally.NONE;
    private long seenSettled;
    private OutboxState state = OutboxState.EMPTY;

    News(Outbox outbox) {
        this.outbox = outbox;
        this.seenSettled = outbox.lastSettled();
    }

    /** Looks what is new about that person's and tells it. */
    synchronized void update(Optional<UUID> person, Condition condition) {
        int changes = outbox.changes();
        if (seenChanges == null || seenChanges != changes || !seenPerson.equals(person)) {
            long settled = outbox.lastSettled();
            List<Settled> fresh =
                    person.map(who -> outbox.settled(who, seenSettled, settled)).orElse(List.of());
            tally = person.map(outbox::tally).orElse(Tally.NONE);
            seenSettled = settled;
            seenChanges = changes;
            seenPerson = person;
            fresh.forEach(each -> hearers.forEach(hearer -> tell(hearer, each)));
        }
        OutboxState now = new OutboxState(tally.waiting(), tally.since(), tally.refused(), condition);
        if (!now.equals(state)) {
            state = now;
            followers.forEach(follower -> tell(follower, now));
        }
    }

    synchronized AutoCloseable follow(Consumer<OutboxState> follower) {
        followers.add(follower);
        tell(follower, state);
        return () -> followers.remove(follower);
    }

    AutoCloseable hear(Consumer<Settled> hearer) {
        hearers.add(hearer);
        return () -> hearers.remove(hearer);
    }

    private static <T> void tell(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException bug) {
            LOG.error("Somebody who follows the outbox failed", bug);
        }
    }
}
