package dev.rewarddesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointFileTest {

    private static final EndpointSettings SET = new EndpointSettings(
            URI.create("https://here.example/v1"),
            "a-model",
            0.25,
            2,
            8,
            500,
            1_000_000,
            300,
            LengthField.MAX_COMPLETION_TOKENS,
            2_000,
            1_024,
            60,
            new BigDecimal("2.50"),
            null);

    @TempDir
    private Path folder;

    private Path path;
    private EndpointFile file;

    @BeforeEach
    void start() {
        path = folder.resolve("new").resolve("endpoint.json");
        file = new EndpointFile(path);
    }

    @Test
    void whatWasSetIsReadBack() throws IOException {
        assertThat(file.load()).isEmpty();
        file.save(SET);
        assertThat(file.load()).contains(SET);
        assertThat(Files.readString(path)).contains("\"lengthField\" : \"max_completion_tokens\"");
        file.forget();
        file.forget();
        assertThat(file.load()).isEmpty();
    }

    @Test
    void whatAFileDoesNotSayIsAsUsual() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(
                path, "{\"url\":\"http://127.0.0.1:8080\",\"model\":\"m\",\"answersEach\":3,\"colour\":\"red\"}");

        EndpointSettings usual = EndpointSettings.usual(URI.create("http://127.0.0.1:8080"), "m");
        EndpointSettings read = file.load().orElseThrow();

        assertThat(read.answersEach()).isEqualTo(3);
        assertThat(read.maxRequests()).isEqualTo(usual.maxRequests());
        assertThat(read.lengthField()).isEqualTo(LengthField.AUTO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"url\":\"http://x\"}",
                "{\"url\":\"not a url\",\"model\":\"m\"}",
                "{\"url\":\"http://x\",\"model\":\"m\",\"concurrency\":\"many\"}",
                "{\"url\":\"http://x\",\"model\":\"m\"} {}"
            })
    void aFileThatCannotBeUnderstoodIsNotGuessedAt(String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);

        assertThatThrownBy(() -> file.load())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("endpoint.json")
                .hasMessageContaining("Nothing was asked.");
        assertThat(Files.readString(path)).isEqualTo(text);
    }
}
