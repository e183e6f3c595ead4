package dev.rewarddesk.collect.inspect;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.HexFormat;

/** What a picture looks like, in 256 bits: those of pictures that look alike differ in few. */
public final class Fingerprint {

    /** How many bits it has, and so the largest distance. */
    public static final int BITS = 256;

    static final int WORDS = BITS / Long.SIZE;

    private final long[] words;

    Fingerprint(long... words) {
        if (words.length != WORDS) {
            throw new IllegalArgumentException(words.length + " words");
        }
        this.words = words.clone();
    }

    /** Of what {@link #bytes} gave. */
    public static Fingerprint of(byte[] bytes) {
        LongBuffer buffer = ByteBuffer.wrap(bytes).asLongBuffer();
        long[] words = new long[buffer.remaining()];
        buffer.get(words);
        return new Fingerprint(words);
    }

    /** In how many bits they differ. */
    public int distance(Fingerprint other) {
        int distance = 0;
        for (int i = 0; i < WORDS; i++) {
            distance += Long.bitCount(words[i] ^ other.words[i]);
        }
        return distance;
    }

    /** 64 bits of it. */
    long word(int index) {
        return words[index];
    }

    /** As it is stored. */
    public byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(BITS / Byte.SIZE);
        bytes.asLongBuffer().put(words);
        return bytes.array();
    }

    /** In hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint fingerprint && distance(fingerprint) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(words[0] ^ words[WORDS - 1]);
    }
}
