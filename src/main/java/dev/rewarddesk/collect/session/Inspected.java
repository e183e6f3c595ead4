package dev.rewarddesk.collect.session;

import java.util.Map;
import okio.ByteString;

/**
 * An image that passes.
 *
 * @param bytes as they are to be uploaded
 * @param extension that goes with its type, such as {@code png}
 * @param metadata what was measured, for the image's metadata
 */
record Inspected(ByteString bytes, String extension, int width, int height, Map<String, Object> metadata) {}
