package dev.rewarddesk.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which version this is, as the build wrote it down. */
final class Version {

    private Version() {}

    static String current() {
        Properties written = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                written.load(in);
            }
        } catch (IOException unreadable) {
            // An incomplete program is told apart by the word below.
        }
        return written.getProperty("version", "unknown");
    }
}
