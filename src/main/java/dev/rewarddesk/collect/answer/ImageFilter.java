package dev.rewarddesk.collect.answer;

import java.util.Optional;

/**
 * Which of a workspace's images.
 *
 * @param category of that one alone
 * @param session of that one alone
 */
public record ImageFilter(Optional<String> category, Optional<String> session) {

    /** All of them. */
    public static final ImageFilter ALL = new ImageFilter(Optional.empty(), Optional.empty());
}
