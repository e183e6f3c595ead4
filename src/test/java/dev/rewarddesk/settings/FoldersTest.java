package dev.rewarddesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FoldersTest {

    private static final Path ACCOUNT = Path.of("/accounts/ann");

    @Test
    void rewardDeskHomeMovesEverything() {
        Folders folders = Folders.of(Map.of("REWARD_DESK_HOME", "/data/desk", "HOME", "/elsewhere"), "Linux", ACCOUNT);

        assertThat(folders)
                .isEqualTo(new Folders(
                        Path.of("/data/desk"),
                        Path.of("/data/desk/hosted"),
                        Path.of("/data/desk"),
                        Path.of("/data/desk/cache")));
    }

    @Test
    void linuxFollowsTheXdgVariables() {
        Folders folders = Folders.of(
                Map.of("XDG_DATA_HOME", "/x/data", "XDG_CONFIG_HOME", "relative/is/ignored"), "Linux", ACCOUNT);

        assertThat(folders.workspace()).isEqualTo(Path.of("/x/data/reward-desk/workspace"));
        assertThat(folders.config()).isEqualTo(ACCOUNT.resolve(".config/reward-desk"));
        assertThat(folders.cache()).isEqualTo(ACCOUNT.resolve(".cache/reward-desk"));
    }

    @Test
    void homeCountsMoreThanTheAccountsFolderOnUnix() {
        assertThat(Folders.of(Map.of("HOME", "/h"), "Linux", ACCOUNT).workspace())
                .isEqualTo(Path.of("/h/.local/share/reward-desk/workspace"));
        assertThat(Folders.of(Map.of("HOME", "/h"), "Mac OS X", ACCOUNT).config())
                .isEqualTo(Path.of("/h/Library/Application Support/Reward Desk"));
    }

    @Test
    void withoutAnyVariableTheAccountsFolderIsUsed() {
        assertThat(Folders.of(Map.of(), "Linux", ACCOUNT).workspace())
                .isEqualTo(ACCOUNT.resolve(".local/share/reward-desk/workspace"));
    }

    @Test
    void windowsKeepsSettingsApartFromWhatStaysOnTheMachine() {
        Map<String, String> environment = Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local", "HOME", "/ignored");
        assertThat(Folders.of(environment, "Windows 11", ACCOUNT))
                .isEqualTo(new Folders(
                        Path.of("/local/Reward Desk/workspace"),
                        Path.of("/local/Reward Desk/hosted"),
                        Path.of("/roaming/Reward Desk"),
                        Path.of("/local/Reward Desk/cache")));
    }
}
