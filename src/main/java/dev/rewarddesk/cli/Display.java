package dev.rewarddesk.cli;

import java.util.Locale;
import java.util.Map;

/** Whether there is something to show windows on. */
public final class Display {

    private Display() {}

    /** Whether this process can open a window; only Linux may be without a display. */
    public static boolean isThere() {
        return isThere(System.getProperty("os.name", ""), System.getenv());
    }

    static boolean isThere(String osName, Map<String, String> environment) {
        return !osName.toLowerCase(Locale.ROOT).contains("linux")
                || !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}
