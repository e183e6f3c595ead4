package dev.rewarddesk.settings.config;

/** A secret is not where the configuration says. The message is a sentence for people, and quotes nothing. */
public final class MissingSecretException extends Exception {
    private static final long serialVersionUID = 1;

    MissingSecretException(String pointer, String sentence) {
        super("The secret " + pointer + " is missing. " + sentence);
    }
}
