package dev.rewarddesk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Deno's own tools over the edge functions. */
final class DenoSourcesTest {

    @Test
    void typesFit() {
        Deno.run("check", "functions", "local");
    }

    @Test
    void everythingIsFormatted() {
        Deno.run("fmt", "--check", "functions", "local", "tests", "deno.jsonc");
    }

    @Test
    void theLinterHasNothingToSay() {
        Deno.run("lint", "functions", "local", "tests");
    }

    @Test
    void everyFunctionIsConfigured() throws IOException {
        String configuration = Files.readString(Path.of("supabase", "config.toml"));
        try (Stream<Path> folders = Files.list(Path.of("supabase", "functions"))) {
            List<String> functions = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.startsWith("_"))
                    .toList();
            assertThat(functions)
                    .containsExactlyInAnyOrder("upload", "rft-responses", "rft-rewards", "rft-checkpoints")
                    .allSatisfy(name ->
                            assertThat(configuration).contains("[functions.%s]\nverify_jwt = false\n".formatted(name)));
        }
    }
}
