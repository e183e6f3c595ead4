package dev.rewarddesk.collect.inspect;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds all patterns within a distance of one without looking at all: multi-index hashing, as in Norouzi, Punjani and Fleet, <i>Fast
 * Search in Hamming Space with Multi-Index Hashing</i>, CVPR (2012). Of two patterns that differ in few bits some of their nine parts
 * differ in very few, so that only what is listed under parts like those is compared.
 */
final class PatternIndex {

    private static final int VALUES = 1 << Pattern.PART_BITS;
    private static final int NONE = -1;

    /** Where parts may differ in more bits than these, so much would be looked up that looking at all is faster. */
    private static final int MOST_IN_PART = 2;

    /** How many words of memory an entry takes: its bits, and whose it is. */
    private static final int WORDS = 3;

    /** What to turn of a part to get all those that differ in at most so many bits. */
    private static final int[][] TURNS = IntStream.rangeClosed(0, MOST_IN_PART)
            .mapToObj(bits -> IntStream.range(0, VALUES)
                    .filter(value -> Integer.bitCount(value) <= bits)
                    .toArray())
            .toArray(int[][]::new);

    private final int[][] newest = new int[Pattern.PARTS][VALUES];
    private final int[][] before = new int[Pattern.PARTS][64];
    private long[] entries = new long[64 * WORDS];
    private int size;

    PatternIndex() {
        for (int[] heads : newest) {
            Arrays.fill(heads, NONE);
        }
    }

    /** What is found. */
    interface Found {
        void at(int owner, int distance);
    }

    /** @param owner whose pattern it is; may have several */
    void add(int owner, Pattern pattern) {
        if (size == before[0].length) {
            grow();
        }
        entries[size * WORDS] = pattern.first();
        entries[size * WORDS + 1] = pattern.second();
        entries[size * WORDS + 2] = ((long) owner << Pattern.PART_BITS) | pattern.last();
        for (int part = 0; part < Pattern.PARTS; part++) {
            int value = pattern.part(part);
            before[part][size] = newest[part][value];
            newest[part][value] = size;
        }
        size++;
    }

    /** Tells of all that differ in at most so many bits; of the same perhaps several times. */
    void within(Pattern pattern, int distance, Found found) {
        // If all of the first parts differ in more than this and all others in as many or more, they differ in more in
        // all.
        int inPart = distance / Pattern.PARTS;
        int first = distance % Pattern.PARTS + 1;
        if (distance < 0) {
            return;
        }
        if (inPart > MOST_IN_PART) {
            for (int entry = 0; entry < size; entry++) {
                compare(entry, pattern, distance, found);
            }
            return;
        }
        for (int part = 0; part < Pattern.PARTS; part++) {
            int most = part < first ? inPart : inPart - 1;
            if (most >= 0) {
                lookUp(part, most, pattern, distance, found);
            }
        }
    }

    private void lookUp(int part, int inPart, Pattern pattern, int distance, Found found) {
        int value = pattern.part(part);
        int[] heads = newest[part];
        int[] nexts = before[part];
        for (int turn : TURNS[inPart]) {
            for (int entry = heads[value ^ turn]; entry != NONE; entry = nexts[entry]) {
                compare(entry, pattern, distance, found);
            }
        }
    }

    private void compare(int entry, Pattern pattern, int most, Found found) {
        int at = entry * WORDS;
        int distance = Long.bitCount(entries[at] ^ pattern.first()) + Long.bitCount(entries[at + 1] ^ pattern.second());
        if (distance <= most) {
            long rest = entries[at + 2];
            distance += Integer.bitCount(((int) rest & (VALUES - 1)) ^ pattern.last());
            if (distance <= most) {
                found.at((int) (rest >>> Pattern.PART_BITS), distance);
            }
        }
    }

    private void grow() {
        int capacity = size + size / 2;
        entries = Arrays.copyOf(entries, capacity * WORDS);
        for (int part = 0; part < Pattern.PARTS; part++) {
            before[part] = Arrays.copyOf(before[part], capacity);
        }
    }
}
