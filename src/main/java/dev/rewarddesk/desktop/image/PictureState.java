package dev.rewarddesk.desktop.image;

/** What there is to see of an image. */
public sealed interface PictureState {

    /** There is no image. */
    record None() implements PictureState {}

    /** It is on its way. */
    record Loading() implements PictureState {}

    /** It is here. */
    record Ready(Preview preview) implements PictureState {}

    /**
     * It cannot be shown.
     *
     * @param reason a sentence for people
     * @param again whether trying again may help
     */
    record Broken(String reason, boolean again) implements PictureState {}
}
