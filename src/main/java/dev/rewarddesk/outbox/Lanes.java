package dev.rewarddesk.outbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** For each response, whether something about it is on its way, and since when it has failed. */
final class Lanes {

    private final BackOff backOff;
    private final Set<UUID> onTheWay = new HashSet<>();
    private final Map<UUID, Failing> failing = new HashMap<>();

    /**
     * @param times in a row
     * @param until when it is not tried again before, in {@link System#nanoTime}
     */
    private record Failing(int times, long until) {}

    Lanes(BackOff backOff) {
        this.backOff = backOff;
    }

    synchronized boolean isFree(UUID response, long now) {
        Failing failed = failing.get(response);
        return !onTheWay.contains(response) && (failed == null || failed.until - now <= 0);
    }

    synchronized void begin(UUID response) {
        onTheWay.add(response);
    }

    /** Nothing is on its way any more, whatever came of it. */
    synchronized void end(UUID response) {
        onTheWay.remove(response);
    }

    synchronized void good(UUID response) {
        failing.remove(response);
    }

    synchronized void bad(UUID response, long now) {
        Failing before = failing.get(response);
        int times = before == null ? 1 : before.times + 1;
        failing.put(response, new Failing(times, now + backOff.after(times).toNanos()));
    }

    /** Lets everything that failed be tried again. */
    synchronized void hurry(long now) {
        failing.replaceAll((response, failed) -> new Failing(failed.times, now));
    }

    synchronized int onTheWay() {
        return onTheWay.size();
    }

    synchronized boolean anyFailing() {
        return !failing.isEmpty();
    }

    /** How long until the first of those that failed may be tried again, in nanoseconds; {@code Long.MAX_VALUE} for never. */
    synchronized long untilNext(long now) {
        return failing.entrySet().stream()
                .filter(entry -> !onTheWay.contains(entry.getKey()))
                .mapToLong(entry -> Math.max(0, entry.getValue().until - now))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
