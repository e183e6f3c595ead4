package dev.rewarddesk.collect.inspect;

import java.util.Optional;
import java.util.Set;
import okio.ByteString;

/**
 * An image that was looked at.
 *
 * @param content its file, without what is not to be told
 * @param removed what was removed from the file, by name, such as {@code exif}; empty where it is as it was
 * @param fingerprint what it looks like; empty where it is all of one colour
 */
public record Inspected(
        ImageFormat format,
        int width,
        int height,
        ByteString content,
        Set<String> removed,
        Quality quality,
        Optional<Fingerprint> fingerprint) {}
