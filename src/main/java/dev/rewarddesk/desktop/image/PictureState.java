package dev.rewarddesk.desktop.image;

/** What there is to see of an image. */
public sealed interface PictureState {

    /** There is no image. */
    record None() implements PictureState {}

    /** It is on its way. */
    record Loading() implements PictureState {}

    /** It is here. */
    record Ready(Preview preview) implements PictureState {}

    /** It is here, and blurred until the person asks to see it. */
    record Veiled(Preview preview, Why why) implements PictureState {

        /** Why it is blurred. */
        public enum Why {
            /** The image is marked as sensitive. */
            MARKED,
            /** The person wants every image blurred at first. */
            ALL
        }
    }

    /**
     * It cannot be shown.
     *
     * @param reason a sentence for people
     * @param again whether trying again may help
     */
    record Broken(String reason, boolean again) implements PictureState {}
}
