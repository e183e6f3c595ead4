package dev.rewarddesk.desktop.chart;

/**
 * Where a value is between two edges.
 *
 * @param from the value at the first edge
 * @param to the value at the last one
 */
record Axis(double from, double to) {

    /** All scores. */
    static final Axis SCORES = new Axis(-1, 1);

    /** The place of the value along a length; values beyond the edges are put at them. */
    double place(double value, double length) {
        return (Math.clamp(value, Math.min(from, to), Math.max(from, to)) - from) / (to - from) * length;
    }

    /** Whether the value is not beyond the edges. */
    boolean holds(double value) {
        return value >= Math.min(from, to) && value <= Math.max(from, to);
    }
}
