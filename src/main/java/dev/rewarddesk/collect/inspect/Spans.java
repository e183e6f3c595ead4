package dev.rewarddesk.collect.inspect;

/** Which values of a row each value of a longer or shorter row covers, and how much of the first and of the last. */
final class Spans {

    private final int[] first;
    private final int[] last;
    private final float[] ofFirst;
    private final float[] ofLast;
    private final float[] length;

    /**
     * @param from how many values there are
     * @param to how many there are to be
     */
    Spans(int from, int to) {
        this.first = new int[to];
        this.last = new int[to];
        this.ofFirst = new float[to];
        this.ofLast = new float[to];
        this.length = new float[to];
        float step = (float) from / to;
        for (int i = 0; i < to; i++) {
            float start = i * step;
            float end = Math.min(from, start + step);
            first[i] = (int) start;
            last[i] = Math.min(from - 1, (int) end);
            ofFirst[i] = Math.min(first[i] + 1, end) - start;
            ofLast[i] = last[i] > first[i] ? end - last[i] : 0;
            length[i] = end - start;
        }
    }

    /**
     * The mean of what one covers.
     *
     * @param start where the row begins in the values
     * @param stride from one value of the row to the next
     */
    float mean(int one, float[] values, int start, int stride) {
        int from = start + first[one] * stride;
        int to = start + last[one] * stride;
        float sum = ofFirst[one] * values[from] + ofLast[one] * values[to];
        for (int at = from + stride; at < to; at += stride) {
            sum += values[at];
        }
        return sum / length[one];
    }
}
