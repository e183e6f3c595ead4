package dev.rewarddesk.bench;

import dev.rewarddesk.collect.fetch.RefusedException;
import dev.rewarddesk.collect.inspect.Fingerprint;
import dev.rewarddesk.collect.inspect.FingerprintIndex;
import dev.rewarddesk.collect.inspect.Inspector;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Pictures that all differ, and what becomes of each by every alteration, as fingerprints of their files. */
final class NearSet {

    private static final int MOST_WIDTH = 1600;

    private final List<Optional<Fingerprint>> bases;
    private final List<List<Optional<Fingerprint>>> altered;

    private NearSet(List<Optional<Fingerprint>> bases, List<List<Optional<Fingerprint>>> altered) {
        this.bases = bases;
        this.altered = altered;
    }

    /** Gives a picture. */
    interface Source {
        BufferedImage at(int number);
    }

    static NearSet of(int count, Source source) {
        List<List<Optional<Fingerprint>>> all = IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> {
                    BufferedImage base = plain(source.at(number));
                    List<Optional<Fingerprint>> prints = new ArrayList<>();
                    prints.add(fingerprint(Alteration.jpeg(base, 0.95f)));
                    Random chance = new Random(number);
                    for (Alteration alteration : Alteration.ALL) {
                        prints.add(fingerprint(alteration.of(base, chance)));
                    }
                    return prints;
                })
                .toList();
        return new NearSet(
                all.stream().map(List::getFirst).toList(),
                all.stream().map(each -> each.subList(1, each.size())).toList());
    }

    int size() {
        return bases.size();
    }

    /**
     * What was found of an alteration.
     *
     * @param right of how many pictures the base was found
     * @param wrong how many others were found
     */
    record Outcome(int pictures, int right, int wrong) {
        double recall() {
            return (double) right / pictures;
        }

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        Outcome plus(Outcome other) {
            return new Outcome(pictures + other.pictures, right + other.right, wrong + other.wrong);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%6d | %.4f | %.4f | %d", pictures, recall(), precision(), wrong);
        }
    }

    /** What is found of each alteration in an index of the bases. */
    Map<Alteration, Outcome> outcomes(int threshold) {
        FingerprintIndex index = index();
        Map<Alteration, Outcome> outcomes = new LinkedHashMap<>();
        for (int i = 0; i < Alteration.ALL.size(); i++) {
            int right = 0;
            int wrong = 0;
            for (int base = 0; base < bases.size(); base++) {
                for (long found : found(index, altered.get(base).get(i), threshold)) {
                    if (found == base) {
                        right++;
                    } else {
                        wrong++;
                    }
                }
            }
            outcomes.put(Alteration.ALL.get(i), new Outcome(bases.size(), right, wrong));
        }
        return outcomes;
    }

    /** How many pairs of different pictures are taken for alike, each counted once. */
    long mistaken(int threshold) {
        FingerprintIndex index = index();
        long pairs = 0;
        for (int base = 0; base < bases.size(); base++) {
            for (long found : found(index, bases.get(base), threshold)) {
                pairs += found < base ? 1 : 0;
            }
        }
        return pairs;
    }

    private static List<Long> found(FingerprintIndex index, Optional<Fingerprint> print, int threshold) {
        return print.map(each -> index.within(each, threshold)).orElse(List.of()).stream()
                .map(FingerprintIndex.Match::number)
                .toList();
    }

    private FingerprintIndex index() {
        FingerprintIndex index = new FingerprintIndex();
        for (int i = 0; i < bases.size(); i++) {
            int number = i;
            bases.get(i).ifPresent(print -> index.add(number, print));
        }
        return index;
    }

    static Optional<Fingerprint> fingerprint(byte[] file) {
        try {
            return Inspector.open(file).look(false).fingerprint();
        } catch (RefusedException | InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    // What is transparent is white, and nothing is larger than sites show it.
    private static BufferedImage plain(BufferedImage image) {
        double factor = Math.min(1, (double) MOST_WIDTH / image.getWidth());
        BufferedImage plain = new BufferedImage(
                (int) (image.getWidth() * factor), (int) (image.getHeight() * factor), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, plain.getWidth(), plain.getHeight(), Color.WHITE, null);
        pen.dispose();
        return plain;
    }
}
