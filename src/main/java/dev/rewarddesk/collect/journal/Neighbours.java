package dev.rewarddesk.collect.journal;

import java.util.List;

/** Finds which of the fingerprints that it was told are close to one. Asked by one thread at a time, within a transaction. */
public interface Neighbours {

    /** The highest number that it was told; 0 where it was told none. */
    long newest();

    /** Takes in one more; numbers rise. */
    void learn(long number, byte[] fingerprint);

    /** Those that are close to it, the closest first. */
    List<Neighbour> of(byte[] fingerprint);

    /**
     * One that is close.
     *
     * @param distance in bits
     */
    record Neighbour(long number, int distance) {}
}
