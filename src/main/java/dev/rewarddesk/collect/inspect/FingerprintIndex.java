package dev.rewarddesk.collect.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds all fingerprints within a distance of one without looking at all: multi-index hashing, as in Norouzi, Punjani and Fleet,
 * <i>Fast Search in Hamming Space with Multi-Index Hashing</i>, CVPR (2012). Of two fingerprints that differ in few bits some of
 * 16 parts differ in very few, so that only what is listed under parts like those is compared. Grows, and forgets nothing. Not to
 * be used by several threads at once.
 */
public final class FingerprintIndex {

    private static final int PART_BITS = 16;
    private static final int PARTS = Fingerprint.BITS / PART_BITS;
    private static final int VALUES = 1 << PART_BITS;

    /** Where more keys would be looked up than this, looking at all is faster. */
    private static final int MOST_RADIUS = 2;

    private static final int NONE = -1;

    /** Parts that differ in so many bits at most, those in fewer first. */
    private static final int[][] FLIPS = flips();

    private final int[][] first = new int[PARTS][VALUES];
    private int[][] next = new int[PARTS][64];
    private long[] words = new long[64 * Fingerprint.WORDS];
    private long[] numbers = new long[64];
    private int[] seen = new int[64];
    private int search;
    private int size;

    public FingerprintIndex() {
        for (int[] heads : first) {
            Arrays.fill(heads, NONE);
        }
    }

    /** One that is close. */
    public record Match(long number, int distance) {}

    public int size() {
        return size;
    }

    /**
     * Takes in one more.
     *
     * @param number by which it is found again; the same may stand for several
     */
    public void add(long number, Fingerprint fingerprint) {
        if (size == numbers.length) {
            grow();
        }
        numbers[size] = number;
        for (int i = 0; i < Fingerprint.WORDS; i++) {
            words[size * Fingerprint.WORDS + i] = fingerprint.word(i);
        }
        for (int part = 0; part < PARTS; part++) {
            int value = part(fingerprint, part);
            next[part][size] = first[part][value];
            first[part][value] = size;
        }
        size++;
    }

    /** All that differ in at most so many bits, the closest first; of the equally close, the first that was added. */
    public List<Match> within(Fingerprint fingerprint, int distance) {
        List<Match> matches = new ArrayList<>();
        int radius = distance / PARTS;
        if (radius > MOST_RADIUS) {
            for (int entry = 0; entry < size; entry++) {
                compare(entry, fingerprint, distance, matches);
            }
        } else {
            search++;
            for (int part = 0; part < PARTS; part++) {
                lookUp(part, fingerprint, radius, distance, matches);
            }
        }
        matches.sort(Comparator.comparingInt(Match::distance).thenComparingLong(Match::number));
        return matches;
    }

    private void lookUp(int part, Fingerprint fingerprint, int radius, int distance, List<Match> matches) {
        int value = part(fingerprint, part);
        for (int bits = 0; bits <= radius; bits++) {
            for (int flip : FLIPS[bits]) {
                for (int entry = first[part][value ^ flip]; entry != NONE; entry = next[part][entry]) {
                    if (seen[entry] != search) {
                        seen[entry] = search;
                        compare(entry, fingerprint, distance, matches);
                    }
                }
            }
        }
    }

    private void compare(int entry, Fingerprint fingerprint, int most, List<Match> matches) {
        int distance = 0;
        for (int i = 0; i < Fingerprint.WORDS; i++) {
            distance += Long.bitCount(words[entry * Fingerprint.WORDS + i] ^ fingerprint.word(i));
        }
        if (distance <= most) {
            matches.add(new Match(numbers[entry], distance));
        }
    }

    private void grow() {
        int capacity = size * 2;
        numbers = Arrays.copyOf(numbers, capacity);
        seen = Arrays.copyOf(seen, capacity);
        words = Arrays.copyOf(words, capacity * Fingerprint.WORDS);
        for (int part = 0; part < PARTS; part++) {
            next[part] = Arrays.copyOf(next[part], capacity);
        }
    }

    private static int part(Fingerprint fingerprint, int part) {
        int inWord = Long.SIZE / PART_BITS;
        return (int) (fingerprint.word(part / inWord) >>> ((part % inWord) * PART_BITS)) & (VALUES - 1);
    }

    private static int[][] flips() {
        int[][] flips = new int[MOST_RADIUS + 1][];
        for (int bits = 0; bits <= MOST_RADIUS; bits++) {
            int count = bits;
            flips[bits] = IntStream.range(0, VALUES)
                    .filter(value -> Integer.bitCount(value) == count)
                    .toArray();
        }
        return flips;
    }
}
