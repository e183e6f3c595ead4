package dev.rewarddesk.settings;

import dev.rewarddesk.settings.vault.EndpointKeys;
import dev.rewarddesk.settings.vault.Keychain;
import dev.rewarddesk.settings.vault.NoKeychainException;
import dev.rewarddesk.settings.vault.VaultKey;
import java.nio.file.Path;
import java.util.Optional;

/** Endpoints of nobody else, in a folder. */
public final class TestEndpoints {

    private TestEndpoints() {}

    public static Endpoints in(Path folder) {
        return new Endpoints(
                new EndpointFile(folder.resolve("endpoint.json")),
                new EndpointKeys(folder.resolve("keys"), new VaultKey(new None(), folder.resolve("vault.key"))));
    }

    private record None() implements Keychain {
        @Override
        public Optional<String> read() throws NoKeychainException {
            throw new NoKeychainException("none in a test", null);
        }

        @Override
        public void write(String secret) throws NoKeychainException {
            throw new NoKeychainException("none in a test", null);
        }
    }
}
