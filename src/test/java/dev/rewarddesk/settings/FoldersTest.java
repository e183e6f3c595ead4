package dev.rewarddesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "what is absolute differs there")
final class FoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void onLinuxTheXdgFoldersAreUsed() {
        assertThat(Folders.of(Map.of(), "Linux", HOME))
                .isEqualTo(new Folders(
                        Path.of("/home/ada/.local/share/reward-desk/workspace"),
                        Path.of("/home/ada/.config/reward-desk")));
        assertThat(Folders.of(Map.of("XDG_DATA_HOME", "/data", "XDG_CONFIG_HOME", "relative"), "Linux", HOME))
                .isEqualTo(
                        new Folders(Path.of("/data/reward-desk/workspace"), Path.of("/home/ada/.config/reward-desk")));
    }

    @Test
    void onMacApplicationSupportIsUsed() {
        assertThat(Folders.of(Map.of(), "Mac OS X", HOME).config())
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Reward Desk"));
    }

    @Test
    void onWindowsAppdataIsUsed() {
        Map<String, String> environment = Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local");
        assertThat(Folders.of(environment, "Windows 11", HOME))
                .isEqualTo(new Folders(Path.of("/local/Reward Desk/workspace"), Path.of("/roaming/Reward Desk")));
    }

    @Test
    void oneVariableMovesEverything() {
        assertThat(Folders.of(Map.of("REWARD_DESK_HOME", "/throw/away"), "Linux", HOME))
                .isEqualTo(new Folders(Path.of("/throw/away"), Path.of("/throw/away")));
    }
}
