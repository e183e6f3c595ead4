package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.inspect.Fingerprint;
import dev.rewarddesk.collect.inspect.FingerprintIndex;
import dev.rewarddesk.collect.journal.Neighbours;
import java.util.List;
import okio.ByteString;

/** What a run knows of what the images look like that were taken. */
final class NearIndex implements Neighbours {

    private final int threshold;
    private final FingerprintIndex index = new FingerprintIndex();
    private long newest;

    NearIndex(int threshold) {
        this.threshold = threshold;
    }

    @Override
    public long newest() {
        return newest;
    }

    @Override
    public void learn(long number, byte[] fingerprint) {
        index.add(number, Fingerprint.of(ByteString.of(fingerprint)));
        newest = number;
    }

    @Override
    public List<Neighbour> of(byte[] fingerprint) {
        return index.within(Fingerprint.of(ByteString.of(fingerprint)), threshold).stream()
                .map(match -> new Neighbour(match.number(), match.distance()))
                .toList();
    }
}
