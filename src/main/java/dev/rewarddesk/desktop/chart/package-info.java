/**
 * Figures drawn: intervals, shares, distributions, how something went over time. Coloured by the stylesheet, and told apart
 * without colour, too.
 *
 * <p>Start reading at {@link dev.rewarddesk.desktop.chart.IntervalBar}.
 */
@NullMarked
package dev.rewarddesk.desktop.chart;

import org.jspecify.annotations.NullMarked;
