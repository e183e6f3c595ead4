package dev.rewarddesk.collect.inspect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all fingerprints that are close to one without looking at all. Grows, and forgets nothing. Not to be used by several threads
 * at once.
 */
public final class FingerprintIndex {

    private final PatternIndex wholes = new PatternIndex();
    private final PatternIndex parts = new PatternIndex();
    private long[] numbers = new long[64];
    private int size;

    /** One that is close. */
    public record Match(long number, int distance) {}

    /** How many there are in it. */
    public int size() {
        return size;
    }

    /**
     * Takes in one more.
     *
     * @param number by which it is found again
     */
    public void add(long number, Fingerprint fingerprint) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + size / 2);
        }
        numbers[size] = number;
        wholes.add(size, fingerprint.whole());
        for (Pattern part : fingerprint.parts()) {
            parts.add(size, part);
        }
        size++;
    }

    /** All within that {@linkplain Fingerprint#distance distance}, the closest first; of the equally close, the lowest number. */
    public List<Match> within(Fingerprint fingerprint, int distance) {
        Map<Integer, Integer> closest = new HashMap<>();
        wholes.within(fingerprint.whole(), distance, (owner, bits) -> closest.merge(owner, bits, Math::min));
        PatternIndex.Found cut = (owner, bits) -> closest.merge(owner, bits + Fingerprint.CUT_OFF, Math::min);
        parts.within(fingerprint.whole(), distance - Fingerprint.CUT_OFF, cut);
        for (Pattern part : fingerprint.parts()) {
            wholes.within(part, distance - Fingerprint.CUT_OFF, cut);
        }
        return closest.entrySet().stream()
                .map(each -> new Match(numbers[each.getKey()], each.getValue()))
                .sorted(Comparator.comparingInt(Match::distance).thenComparingLong(Match::number))
                .toList();
    }
}
