package dev.rewarddesk.bench;

import dev.rewarddesk.collect.inspect.Fingerprint;
import java.nio.ByteBuffer;
import java.util.List;

/** Fingerprints in plain arrays, compared one with all: as fast as that goes without an index. */
final class AllPairs {

    private static final int PATTERN = 18;
    private static final int CUT_OFF = 6;

    private final int patterns;
    private final long[] first;
    private final long[] second;
    private final short[] last;

    AllPairs(List<Fingerprint> prints) {
        patterns = prints.getFirst().bytes().size() / PATTERN;
        first = new long[prints.size() * patterns];
        second = new long[first.length];
        last = new short[first.length];
        int at = 0;
        for (Fingerprint print : prints) {
            ByteBuffer bytes = print.bytes().asByteBuffer();
            while (bytes.hasRemaining()) {
                first[at] = bytes.getLong();
                second[at] = bytes.getLong();
                last[at++] = bytes.getShort();
            }
        }
    }

    /** How many of those before it are within that distance of it. */
    int before(int number, int most) {
        int found = 0;
        for (int other = 0; other < number; other++) {
            found += isWithin(number * patterns, other * patterns, most) ? 1 : 0;
        }
        return found;
    }

    private boolean isWithin(int one, int other, int most) {
        if (distance(one, other) <= most) {
            return true;
        }
        for (int part = 1; part < patterns; part++) {
            if (distance(one + part, other) + CUT_OFF <= most || distance(one, other + part) + CUT_OFF <= most) {
                return true;
            }
        }
        return false;
    }

    private int distance(int one, int other) {
        return Long.bitCount(first[one] ^ first[other])
                + Long.bitCount(second[one] ^ second[other])
                + Integer.bitCount((last[one] ^ last[other]) & 0xffff);
    }
}
