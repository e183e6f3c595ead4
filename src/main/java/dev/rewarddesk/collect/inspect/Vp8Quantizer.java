package dev.rewarddesk.collect.inspect;

import java.nio.ByteBuffer;

/** Says from the header of a VP8 frame (RFC 6386, section 9 and 19.2) how much its compression left. */
final class Vp8Quantizer {

    private static final int MOST = 127;
    private static final int SEGMENTS = 4;

    private final ByteBuffer data;
    private int at;
    private int value;
    private int range = 255;
    private int bits;

    private Vp8Quantizer(ByteBuffer data, int at) {
        this.data = data;
        this.at = at;
        this.value = (next() << 8) | next();
    }

    /**
     * One less the share of the frame's quantiser index {@code y_ac_qi} of the coarsest one, 127; where segments of the picture have
     * indices of their own, that of their mean.
     */
    static double quality(ByteBuffer frame) {
        return new Vp8Quantizer(frame, 10).quality();
    }

    private double quality() {
        number(2);
        int[] ofSegments = new int[SEGMENTS];
        boolean absolute = false;
        if (flag()) {
            boolean hasMap = flag();
            if (flag()) {
                absolute = flag();
                for (int i = 0; i < SEGMENTS; i++) {
                    ofSegments[i] = flag() ? signed(7) : 0;
                }
                skip(SEGMENTS, 7);
            }
            if (hasMap) {
                skip(3, 8);
            }
        }
        number(1 + 6 + 3);
        boolean hasAdjustments = flag();
        if (hasAdjustments && flag()) {
            skip(8, 7);
        }
        number(2);
        int index = number(7);
        double sum = 0;
        for (int ofSegment : ofSegments) {
            sum += Math.clamp(absolute ? ofSegment : index + ofSegment, 0, MOST);
        }
        return 1 - sum / SEGMENTS / MOST;
    }

    // Values that may be there or not; a sign is one more bit.
    private void skip(int count, int length) {
        for (int i = 0; i < count; i++) {
            if (flag()) {
                number(length);
            }
        }
    }

    private int signed(int length) {
        int number = number(length);
        return flag() ? -number : number;
    }

    private int number(int length) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = (number << 1) | (flag() ? 1 : 0);
        }
        return number;
    }

    // RFC 6386, section 7.3, for a probability of one half.
    private boolean flag() {
        int split = 1 + (((range - 1) * 128) >> 8);
        boolean set = value >= split << 8;
        if (set) {
            range -= split;
            value -= split << 8;
        } else {
            range = split;
        }
        while (range < 128) {
            value <<= 1;
            range <<= 1;
            if (++bits == 8) {
                bits = 0;
                value |= next();
            }
        }
        return set;
    }

    // Beyond the end there are zeros.
    private int next() {
        return at < data.limit() ? data.get(at++) & 0xff : 0;
    }
}
