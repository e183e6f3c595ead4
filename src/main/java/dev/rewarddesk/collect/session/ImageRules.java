package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.inspect.ImageFormat;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which images are taken, and what is done with them on the way.
 *
 * @param minWidth in pixels
 * @param minHeight in pixels
 * @param formats that are taken
 * @param minQuality the score from 0 to 1 that an image has at least
 * @param keepMetadata whether places, devices, people and comments that the file names stay in it
 * @param near what becomes of an image that looks like another one
 * @param nearThreshold in how many of 144 bits two images differ at most that look alike, from 0 on
 */
public record ImageRules(
        int minWidth,
        int minHeight,
        Set<ImageFormat> formats,
        double minQuality,
        boolean keepMetadata,
        Near near,
        int nearThreshold) {

    /** For somebody who names none: every image, without what it tells of people, near duplicates held back. */
    public static final ImageRules USUAL =
            new ImageRules(1, 1, EnumSet.allOf(ImageFormat.class), 0, false, Near.HOLD, 24);

    /** What becomes of an image that looks like another one. */
    public enum Near {
        /** It is not uploaded; somebody decides later. */
        HOLD,
        /** It is uploaded as any other one, and its metadata name the one that it looks like. */
        KEEP
    }

    /** Keeps its own copy of the formats. */
    public ImageRules {
        formats = Set.copyOf(formats);
    }

    /** The same for images of that size or larger. */
    public ImageRules atLeast(int width, int height) {
        return new ImageRules(width, height, formats, minQuality, keepMetadata, near, nearThreshold);
    }

    /** The same with another way to deal with images that look alike. */
    public ImageRules with(Near other, int threshold) {
        return new ImageRules(minWidth, minHeight, formats, minQuality, keepMetadata, other, threshold);
    }
}
