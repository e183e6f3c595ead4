package dev.rewarddesk.settings.config;

/**
 * A secret that was found where it was said to be.
 *
 * @param value for whoever is to be shown it
 */
public record Secret(String value) {

    /** Never shows it. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
