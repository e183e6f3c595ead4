package dev.rewarddesk.desktop.chart;

import javafx.scene.layout.Region;

/** A drawing that is as high as it is made, and as wide as there is room. */
abstract class Chart extends Region {

    private final double wide;
    private final double high;

    /**
     * Both in logical pixels.
     *
     * @param wide how wide it wants to be
     * @param high how high it is
     */
    Chart(String style, double wide, double high) {
        this.wide = wide;
        this.high = high;
        getStyleClass().add(style);
    }

    @Override
    protected final double computePrefWidth(double height) {
        return wide;
    }

    @Override
    protected final double computePrefHeight(double width) {
        return high;
    }

    @Override
    protected final double computeMinHeight(double width) {
        return high;
    }
}
