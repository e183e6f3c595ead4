package dev.rewarddesk.collect.inspect;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import okio.ByteString;

/**
 * What an image's file consists of.
 *
 * @param width as stored, in pixels
 * @param height as stored, in pixels
 * @param framePixels of the largest frame inside, whatever the header says
 * @param memory how many bytes decoding takes for each pixel, besides those of the result; 0 where it goes row by row
 * @param orientation EXIF's number for how the picture is to be turned, from 1 to 8
 * @param lightFirst whether what is stored first of each pixel is how light it is, by the weights of ITU-R BT.601
 * @param compression how much of the picture its compression left, from 0 to 1; 1 where it is lossless
 * @param clean the file with what shows the picture and nothing else; the pixels as they were
 * @param removed what {@code clean} lacks, by name, such as {@code exif}
 */
record FileParts(
        int width,
        int height,
        long framePixels,
        int memory,
        int orientation,
        boolean lightFirst,
        double compression,
        ByteString clean,
        SortedSet<String> removed) {

    /** Nothing was removed where the file is clean as it is. */
    static SortedSet<String> removed(byte[] file, ByteString clean, Set<String> removed) {
        return clean.equals(ByteString.of(file)) ? new TreeSet<>() : new TreeSet<>(removed);
    }
}
