package dev.rewarddesk.settings.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the key is that sign-ins are sealed with. */
final class VaultKeyTest {

    @TempDir
    private Path folder;

    /** What a machine without one does. */
    private static final Keychain NONE = new Keychain() {
        @Override
        public Optional<String> read() throws NoKeychainException {
            throw new NoKeychainException("none", null);
        }

        @Override
        public void write(String secret) throws NoKeychainException {
            throw new NoKeychainException("none", null);
        }
    };

    @Test
    void withoutAKeychainTheKeyIsInAFileAndStaysTheSame() throws IOException {
        Path file = folder.resolve("vault.key");

        assertThat(new VaultKey(NONE, file).get()).isEqualTo(new VaultKey(NONE, file).get());
    }

    // It opens nothing any more; who cannot make a new one could never sign in again.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are not POSIX there")
    void aFileThatIsDamagedIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("vault.key"), "half a k");

        assertThat(new VaultKey(NONE, file).get()).isEqualTo(new VaultKey(NONE, file).get());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
