package dev.rewarddesk.desktop.comparison;

import dev.rewarddesk.desktop.image.Pixels;

/** What there is to see of an image in small. */
sealed interface Thumbnail {

    /** It is on its way. */
    record Loading() implements Thumbnail {}

    /** It is here. */
    record Ready(Pixels pixels) implements Thumbnail {}

    /** It cannot be shown. */
    record Missing() implements Thumbnail {}
}
