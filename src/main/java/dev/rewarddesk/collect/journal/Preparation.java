package dev.rewarddesk.collect.journal;

import java.util.Optional;

/** What is to become of an image that was fetched. */
public sealed interface Preparation {

    /**
     * It is to be uploaded.
     *
     * @param like the image that it looks like, where there is one
     */
    record ToUpload(Optional<Likeness> like) implements Preparation {}

    /** The same content is in the run already. */
    record Duplicate() implements Preparation {}

    /** It looks like another one and is held back. */
    record Held() implements Preparation {}

    /** Somebody decided against the same content before. */
    record Dropped() implements Preparation {}

    /**
     * A likeness to another image.
     *
     * @param image its number
     * @param sha256 of its content
     * @param distance in bits
     */
    record Likeness(long image, String sha256, int distance) {}
}
