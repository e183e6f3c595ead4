package dev.rewarddesk.settings;

/** What a person has chosen about the program itself; nothing about the data. */
public record Settings(Theme theme, WindowSize window, Looking looking) {

    /** What holds until somebody chooses. */
    public static final Settings DEFAULT = new Settings(Theme.SYSTEM, WindowSize.DEFAULT, Looking.DEFAULT);

    /** These settings with another theme. */
    public Settings withTheme(Theme newTheme) {
        return new Settings(newTheme, window, looking);
    }

    /** These settings with another window size. */
    public Settings withWindow(WindowSize newWindow) {
        return new Settings(theme, newWindow, looking);
    }

    /** These settings with another way of looking at images. */
    public Settings withLooking(Looking newLooking) {
        return new Settings(theme, window, newLooking);
    }
}
