package dev.rewarddesk.collect.inspect;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import okio.ByteString;

/**
 * What a picture looks like: a pattern of the whole, and one of each of six ways to cut a little off. Those of pictures that look
 * alike differ in few bits, also where one is a part of the other.
 */
public final class Fingerprint {

    /** How many bits a pattern has, and so about the largest distance. */
    public static final int BITS = Pattern.BITS;

    /**
     * For how many bits it counts that something was cut off. There are twelve ways to compare with a part and one with the whole, so
     * that a part that is close says less; and it lies closer, as what is compared with it is what it shows.
     */
    static final int CUT_OFF = 6;

    private final List<Pattern> patterns;

    /** @param patterns that of the whole, then the others */
    Fingerprint(List<Pattern> patterns) {
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("No pattern");
        }
        this.patterns = List.copyOf(patterns);
    }

    /** Of what {@link #bytes} gave; ends with {@link IllegalArgumentException} where that is something else. */
    public static Fingerprint of(ByteString bytes) {
        if (bytes.size() % Pattern.BYTES != 0) {
            throw new IllegalArgumentException(bytes.size() + " bytes");
        }
        ByteBuffer buffer = bytes.asByteBuffer();
        List<Pattern> patterns = new ArrayList<>();
        while (buffer.hasRemaining()) {
            patterns.add(Pattern.from(buffer));
        }
        return new Fingerprint(patterns);
    }

    /**
     * In how many of 144 bits they differ: one whole from the other; or, if that is less, a whole from a part of the other, and {@link
     * #CUT_OFF} more for what the part lacks. As far from this one to the other as back.
     */
    public int distance(Fingerprint other) {
        int closest = whole().distance(other.whole());
        for (Pattern part : parts()) {
            closest = Math.min(closest, part.distance(other.whole()) + CUT_OFF);
        }
        for (Pattern part : other.parts()) {
            closest = Math.min(closest, part.distance(whole()) + CUT_OFF);
        }
        return closest;
    }

    /** As it is stored. */
    public ByteString bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(patterns.size() * Pattern.BYTES);
        patterns.forEach(pattern -> pattern.into(bytes));
        return ByteString.of(bytes.array());
    }

    Pattern whole() {
        return patterns.getFirst();
    }

    List<Pattern> parts() {
        return patterns.subList(1, patterns.size());
    }

    /** That of the whole, in hexadecimal digits. */
    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(Pattern.BYTES);
        whole().into(bytes);
        return HexFormat.of().formatHex(bytes.array());
    }
}
