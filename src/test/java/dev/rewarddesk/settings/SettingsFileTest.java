package dev.rewarddesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.settings.SettingsFile.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsFileTest {

    private static final Settings CHOSEN = new Settings(
            Theme.DARK,
            new WindowSize(1500, 900, true),
            new GuidelinesPane(true, 400),
            new Looking(SensitiveImages.ALWAYS, true));

    @TempDir
    private Path folder;

    private Path path;
    private SettingsFile file;

    @BeforeEach
    void start() {
        path = folder.resolve("config/settings.json");
        file = new SettingsFile(path, "1.2.3", InstantSource.fixed(Instant.parse("2026-11-22T09:00:00Z")));
    }

    @Test
    void withoutAFileTheUsualSettingsHold() {
        assertThat(file.load()).isEqualTo(new Loaded(Settings.DEFAULT, Optional.empty()));
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        file.save(CHOSEN);

        assertThat(file.load()).isEqualTo(new Loaded(CHOSEN, Optional.empty()));
        assertThat(Files.readString(path)).contains("\"writtenByVersion\" : \"1.2.3\"");
        try (Stream<Path> files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"theme\":", "[1]", "null", "no json", "\u0000\u0000", "{\"theme\":\"dark\"} {"})
    void aCorruptFileIsKeptAsideAndSaidOnce(String corrupt) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, corrupt);

        Loaded loaded = file.load();

        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.warning().orElseThrow()).contains("damaged", "settings.json.broken-20261122-090000");
        assertThat(path.resolveSibling("settings.json.broken-20261122-090000")).hasContent(corrupt);
        assertThat(file.load()).isEqualTo(new Loaded(Settings.DEFAULT, Optional.empty()));
    }

    @Test
    void valuesThatCannotBeAreReplacedByUsualOnes() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, """
                {"theme":"purple","window":{"width":-5,"height":"tall","maximized":7}}""");

        Loaded loaded = file.load();

        assertThat(loaded.warning()).isEmpty();
        assertThat(loaded.settings().theme()).isEqualTo(Theme.SYSTEM);
        assertThat(loaded.settings().window().width()).isEqualTo(640);
        assertThat(loaded.settings().window().height()).isEqualTo(800);
    }

    @Test
    void whatANewerVersionWroteIsKept() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, """
                {"theme":"light","writtenByVersion":"9.0","holograms":{"on":true}}""");

        file.save(file.load().settings().withTheme(Theme.DARK));

        assertThat(Files.readString(path))
                .contains("holograms")
                .contains("dark")
                .contains("1.2.3");
    }

    @Test
    void aFileThatIsNoFileIsSaidAndDoesNoHarm() throws IOException {
        Files.createDirectories(path.resolve("occupied"));

        assertThat(file.load().settings()).isEqualTo(Settings.DEFAULT);
        assertThat(file.load().warning()).isPresent();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> file.save(CHOSEN));
    }
}
