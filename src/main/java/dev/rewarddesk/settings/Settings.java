package dev.rewarddesk.settings;

/** What a person has chosen about the program itself; nothing about the data. */
public record Settings(Theme theme, WindowSize window, GuidelinesPane guidelines, Looking looking) {

    /** What holds until somebody chooses. */
    public static final Settings DEFAULT =
            new Settings(Theme.SYSTEM, WindowSize.DEFAULT, GuidelinesPane.DEFAULT, Looking.DEFAULT);

    /** These settings with another theme. */
    public Settings withTheme(Theme newTheme) {
        return new Settings(newTheme, window, guidelines, looking);
    }

    /** These settings with another window size. */
    public Settings withWindow(WindowSize newWindow) {
        return new Settings(theme, newWindow, guidelines, looking);
    }

    /** These settings with the guidelines left otherwise. */
    public Settings withGuidelines(GuidelinesPane newGuidelines) {
        return new Settings(theme, window, newGuidelines, looking);
    }

    /** These settings with another way of looking at images. */
    public Settings withLooking(Looking newLooking) {
        return new Settings(theme, window, guidelines, newLooking);
    }
}
