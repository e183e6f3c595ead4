package dev.rewarddesk.desktop.collect.groups;

import dev.rewarddesk.collect.session.NearGroup;
import dev.rewarddesk.collect.session.NearGroup.Held;
import java.util.List;

/**
 * How large pictures are shown in frames of one size.
 *
 * @param factor pixels of the screen for one of every picture; 0 where each is as large as fits
 */
record Scale(double factor) {

    /** Each as large as fits. */
    static final Scale FITTING = new Scale(0);

    /** The one at which the largest of these fits, and none is enlarged. */
    static Scale of(NearGroup.Taken taken, List<Held> held) {
        double factor = fit(taken.width(), taken.height());
        for (Held one : held) {
            factor = Math.min(factor, fit(one.width(), one.height()));
        }
        return new Scale(Math.min(1, factor));
    }

    /** How wide a picture of that size is shown. */
    double width(int width, int height) {
        return width * (factor == 0 ? fit(width, height) : factor);
    }

    /** How high a picture of that size is shown. */
    double height(int width, int height) {
        return height * (factor == 0 ? fit(width, height) : factor);
    }

    private static double fit(int width, int height) {
        return Math.min(PictureFrame.WIDTH / Math.max(1, width), PictureFrame.HEIGHT / Math.max(1, height));
    }
}
