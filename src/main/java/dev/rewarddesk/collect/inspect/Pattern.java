package dev.rewarddesk.collect.inspect;

import java.nio.ByteBuffer;

/**
 * 144 bits.
 *
 * @param last the last 16 of them, from 0 on
 */
record Pattern(long first, long second, int last) {

    static final int BITS = 144;
    static final int BYTES = BITS / Byte.SIZE;

    /** How many bits a part of it has. */
    static final int PART_BITS = 16;

    static final int PARTS = BITS / PART_BITS;
    private static final int PARTS_IN_LONG = Long.SIZE / PART_BITS;
    private static final int MASK = (1 << PART_BITS) - 1;

    Pattern {
        last &= MASK;
    }

    static Pattern from(ByteBuffer bytes) {
        return new Pattern(bytes.getLong(), bytes.getLong(), bytes.getShort());
    }

    void into(ByteBuffer bytes) {
        bytes.putLong(first).putLong(second).putShort((short) last);
    }

    /** In how many bits they differ. */
    int distance(Pattern other) {
        return Long.bitCount(first ^ other.first)
                + Long.bitCount(second ^ other.second)
                + Integer.bitCount(last ^ other.last);
    }

    /** The part of that number, from 0 on, as a number. */
    int part(int number) {
        return switch (number / PARTS_IN_LONG) {
            case 0 -> (int) (first >>> (number * PART_BITS)) & MASK;
            case 1 -> (int) (second >>> ((number - PARTS_IN_LONG) * PART_BITS)) & MASK;
            default -> last;
        };
    }
}
