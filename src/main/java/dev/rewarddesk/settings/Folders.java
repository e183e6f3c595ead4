package dev.rewarddesk.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the program keeps what is a person's, by the custom of their operating system.
 *
 * @param workspace the local workspace, unless another is named
 * @param hosted one folder for each hosted workspace, with its session and what waits to be sent
 * @param config the program's settings
 * @param cache what the program may lose, and makes anew
 */
public record Folders(Path workspace, Path hosted, Path config, Path cache) {

    private static final String HOME_VARIABLE = "REWARD_DESK_HOME";

    /** For this process. */
    public static Folders ofThisProcess() {
        return of(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * For an environment. {@code REWARD_DESK_HOME} moves everything, so that nothing is written elsewhere.
     *
     * @param osName as Java calls it
     */
    static Folders of(Map<String, String> environment, String osName, Path userHome) {
        String moved = environment.getOrDefault(HOME_VARIABLE, "");
        if (!moved.isBlank()) {
            Path all = Path.of(moved).toAbsolutePath().normalize();
            return new Folders(all, all.resolve("hosted"), all, all.resolve("cache"));
        }
        String os = osName.toLowerCase(Locale.ROOT);
        // Java reads the account's home from the password file; on Unix, HOME is what other programs go by.
        Path home = os.contains("windows") ? userHome : absolute(environment, "HOME", userHome);
        if (os.contains("mac")) {
            Path support = home.resolve("Library/Application Support/Reward Desk");
            return new Folders(
                    support.resolve("workspace"),
                    support.resolve("hosted"),
                    support,
                    home.resolve("Library/Caches/Reward Desk"));
        }
        if (os.contains("windows")) {
            Path roaming = absolute(environment, "APPDATA", home.resolve("AppData/Roaming"));
            Path local = absolute(environment, "LOCALAPPDATA", roaming);
            return new Folders(
                    local.resolve("Reward Desk/workspace"),
                    local.resolve("Reward Desk/hosted"),
                    roaming.resolve("Reward Desk"),
                    local.resolve("Reward Desk/cache"));
        }
        return new Folders(
                absolute(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                        .resolve("reward-desk/workspace"),
                absolute(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                        .resolve("reward-desk/hosted"),
                absolute(environment, "XDG_CONFIG_HOME", home.resolve(".config"))
                        .resolve("reward-desk"),
                absolute(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("reward-desk"));
    }

    // The XDG specification asks to ignore relative paths.
    private static Path absolute(Map<String, String> environment, String variable, Path otherwise) {
        Path named = Path.of(environment.getOrDefault(variable, ""));
        return named.isAbsolute() ? named : otherwise;
    }
}
