package dev.rewarddesk.settings;

/** What a person has chosen about the program itself; nothing about the data. */
public record Settings(Theme theme, WindowSize window) {

    /** What holds until somebody chooses. */
    public static final Settings DEFAULT = new Settings(Theme.SYSTEM, WindowSize.DEFAULT);

    /** These settings with another theme. */
    public Settings withTheme(Theme newTheme) {
        return new Settings(newTheme, window);
    }

    /** These settings with another window size. */
    public Settings withWindow(WindowSize newWindow) {
        return new Settings(theme, newWindow);
    }
}
