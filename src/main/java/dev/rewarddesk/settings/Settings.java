package dev.rewarddesk.settings;

/** What a person has chosen about the program itself; nothing about the data. */
public record Settings(Theme theme) {

    /** What holds until somebody chooses. */
    public static final Settings DEFAULT = new Settings(Theme.SYSTEM);

    /** These settings with another theme. */
    public Settings withTheme(Theme newTheme) {
        return new Settings(newTheme);
    }
}
