package dev.rewarddesk.model;

/**
 * A program that gives rewards, as it names itself; nobody vouches for that.
 *
 * @param name not blank, at most 200 characters
 * @param version empty where it says none, at most 100 characters
 */
public record Agent(String name, String version) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VERSION = 100;

    /** Shortens what is too long, and calls one without a name {@code unknown}. */
    public Agent {
        name = name.isBlank() ? "unknown" : cut(name.strip(), LONGEST_NAME);
        version = cut(version.strip(), LONGEST_VERSION);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
