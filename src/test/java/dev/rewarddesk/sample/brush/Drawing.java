package dev.rewarddesk.sample.brush;

/** Something that can be put on a canvas. */
@FunctionalInterface
public interface Drawing {

    /** Draws on the canvas, in that canvas's own units. */
    void on(Canvas canvas);
}
