package dev.rewarddesk.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceFormatTest {

    @Test
    void everySourceIsFormatted() throws IOException {
        List<Path> sources = FormatSources.sources();
        List<Path> unformatted = new ArrayList<>();
        for (Path source : sources) {
            String text = Files.readString(source);
            if (!FormatSources.formatted(source, text).equals(text)) {
                unformatted.add(source);
            }
        }

        assertThat(sources).isNotEmpty();
        assertThat(unformatted)
                .as("run `mvn -q test-compile exec:exec@format` to format these")
                .isEmpty();
    }
}
