package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.inspect.ImageFormat;
import dev.rewarddesk.collect.inspect.Inspected;

/**
 * An image in figures, as the journal keeps it.
 *
 * @param bytes how many it has as it is uploaded
 * @param quality its score from 0 to 1
 */
record About(ImageFormat format, int width, int height, long bytes, double quality) {

    static About of(Inspected inspected) {
        return new About(
                inspected.format(),
                inspected.width(),
                inspected.height(),
                inspected.content().size(),
                inspected.quality().score());
    }
}
