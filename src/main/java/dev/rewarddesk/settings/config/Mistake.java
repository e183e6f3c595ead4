package dev.rewarddesk.settings.config;

/**
 * Something that is set in a way that nobody could mean.
 *
 * @param place the file with the line or JSON Pointer, or the environment variable
 * @param says what is wrong there and what to do, as a sentence; quotes no secret
 */
public record Mistake(String place, String says) {

    /** On one line. */
    public String line() {
        return place + ": " + says;
    }
}
