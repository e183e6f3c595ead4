package dev.rewarddesk.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/** Durations that were measured, in nanoseconds, told in milliseconds. */
final class Figures {

    private final LongStream.Builder values = LongStream.builder();
    private long @org.jspecify.annotations.Nullable [] sorted;

    void add(long nanos) {
        values.add(nanos);
    }

    int count() {
        return sorted().length;
    }

    /** The value that a share of all does not exceed, in milliseconds. */
    double at(double share) {
        long[] all = sorted();
        return all.length == 0 ? Double.NaN : all[(int) Math.min(all.length - 1L, (long) (all.length * share))] / 1e6;
    }

    /** A row of a table: what it is, then median, p95, p99 and the most. */
    String row(String what) {
        return String.format(Locale.ROOT, "%-58s %8.1f %8.1f %8.1f %8.1f", what, at(0.5), at(0.95), at(0.99), at(1));
    }

    static String head() {
        return String.format(Locale.ROOT, "%-58s %8s %8s %8s %8s", "milliseconds", "p50", "p95", "p99", "max");
    }

    private long[] sorted() {
        long[] known = sorted;
        if (known == null) {
            known = values.build().toArray();
            Arrays.sort(known);
            sorted = known;
        }
        return known;
    }
}
