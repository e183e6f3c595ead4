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

    /** What to turn of a part to get all those that differ in so many bits. */
    private static final int[][] TURNS = IntStream.rangeClosed(0, MOST_IN_PART)
            .mapToObj(bits -> IntStream.range(0, VALUES)
                    .filter(value -> Integer.bitCount(value) == bits)
                    .toArray())
            .toArray(int[][]::new);

    private final int[][] newest = new int[Pattern.PARTS][VALUES];
    private final int[][] before = new int[Pattern.PARTS][64];
    private long[] first = new long[64];
    private long[] second = new long[64];
    private int[] last = new int[64];
    private int[] owners = new int[64];
    private int[] searched = new int[64];
    private int searches;
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
        if (size == owners.length) {
            grow();
        }
        first[size] = pattern.first();
        second[size] = pattern.second();
        last[size] = pattern.last();
        owners[size] = owner;
        for (int part = 0; part < Pattern.PARTS; part++) {
            int value = pattern.part(part);
            before[part][size] = newest[part][value];
            newest[part][value] = size;
        }
        size++;
    }

    /** Tells of all that differ in at most so many bits, each once. */
    void within(Pattern pattern, int distance, Found found) {
        int inPart = distance / Pattern.PARTS;
        if (inPart > MOST_IN_PART) {
            for (int entry = 0; entry < size; entry++) {
                compare(entry, pattern, distance, found);
            }
            return;
        }
        searches++;
        for (int part = 0; part < Pattern.PARTS; part++) {
            int value = pattern.part(part);
            for (int bits = 0; bits <= inPart; bits++) {
                for (int turn : TURNS[bits]) {
                    for (int entry = newest[part][value ^ turn]; entry != NONE; entry = before[part][entry]) {
                        if (searched[entry] != searches) {
                            searched[entry] = searches;
                            compare(entry, pattern, distance, found);
                        }
                    }
                }
            }
        }
    }

    private void compare(int entry, Pattern pattern, int most, Found found) {
        int distance = Long.bitCount(first[entry] ^ pattern.first())
                + Long.bitCount(second[entry] ^ pattern.second())
                + Integer.bitCount(last[entry] ^ pattern.last());
        if (distance <= most) {
            found.at(owners[entry], distance);
        }
    }

    private void grow() {
        int capacity = size + size / 2;
        first = Arrays.copyOf(first, capacity);
        second = Arrays.copyOf(second, capacity);
        last = Arrays.copyOf(last, capacity);
        owners = Arrays.copyOf(owners, capacity);
        searched = Arrays.copyOf(searched, capacity);
        for (int part = 0; part < Pattern.PARTS; part++) {
            before[part] = Arrays.copyOf(before[part], capacity);
        }
    }
}
