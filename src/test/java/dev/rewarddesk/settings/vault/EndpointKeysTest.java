package dev.rewarddesk.settings.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EndpointKeysTest {

    private static final URI HERE = URI.create("https://here.example/v1");
    private static final URI THERE = URI.create("https://there.example/v1");

    @TempDir
    private Path folder;

    @Test
    void aKeyIsForItsEndpointAloneAndNotReadableOnDisk() throws IOException {
        keys().keep(HERE, "sk-one");
        keys().keep(HERE, "sk-two");

        assertThat(keys().find(HERE)).contains("sk-two");
        assertThat(keys().find(THERE)).isEmpty();
        for (Path file : files()) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("sk-", "here.example");
        }
        keys().forget(HERE);
        keys().forget(HERE);
        assertThat(keys().find(HERE)).isEmpty();
    }

    @Test
    void aKeyThatWasMovedToAnotherEndpointsPlaceIsNotGivenToThat() throws IOException {
        keys().keep(HERE, "sk-one");
        Path sealed = files().stream()
                .filter(file -> file.toString().endsWith(".key") && !file.endsWith("vault.key"))
                .findFirst()
                .orElseThrow();
        byte[] one = Files.readAllBytes(sealed);
        keys().keep(THERE, "sk-other");
        for (Path file : files()) {
            if (file.toString().endsWith(".key") && !file.endsWith("vault.key")) {
                Files.write(file, one);
            }
        }

        assertThat(keys().find(HERE)).contains("sk-one");
        assertThat(keys().find(THERE)).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private EndpointKeys keys() {
        return new EndpointKeys(folder, new VaultKey(new None(), folder.resolve("vault.key")));
    }

    private record None() implements Keychain {
        @Override
        public Optional<String> read() throws NoKeychainException {
            throw new NoKeychainException("none here", new IOException());
        }

        @Override
        public void write(String secret) throws NoKeychainException {
            throw new NoKeychainException("none here", new IOException());
        }
    }
}
