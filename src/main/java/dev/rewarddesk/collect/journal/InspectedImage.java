package dev.rewarddesk.collect.journal;

import okio.ByteString;

/**
 * An image that was fetched and inspected, as it is written down.
 *
 * @param record what is to be uploaded with it
 * @param about its format, size and quality, as JSON
 * @param fetched how many bytes were fetched for it
 * @param content as it is to be uploaded
 * @param fingerprint what it looks like; empty where that cannot be told, which makes it like no other one
 */
public record InspectedImage(
        String sha256, String record, String about, long fetched, ByteString content, ByteString fingerprint) {}
