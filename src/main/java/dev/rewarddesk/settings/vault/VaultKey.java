package dev.rewarddesk.settings.vault;

import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that sessions are sealed with: from the keychain, or, where there is none, from a file that only this account may
 * read. The file keeps away other accounts and whoever gets a sealed file alone, such as by a backup of it; it does not keep away
 * other programs of the same person.
 */
public final class VaultKey {

    private static final Logger LOG = LoggerFactory.getLogger(VaultKey.class);
    private static final int BYTES = 32;

    private final Keychain keychain;
    private final Path file;
    private @Nullable SecretKey known;

    /** @param file where the key is kept when there is no keychain */
    public VaultKey(Keychain keychain, Path file) {
        this.keychain = keychain;
        this.file = file;
    }

    /** The key, made on first use. Blocks, for as long as the system asks the person to open the keychain. */
    public synchronized SecretKey get() throws IOException {
        SecretKey key = known == null ? find() : known;
        known = key;
        return key;
    }

    private SecretKey find() throws IOException {
        Optional<SecretKey> inFile = fromFile();
        if (inFile.isPresent()) {
            return inFile.get();
        }
        try {
            Optional<SecretKey> kept = keychain.read().flatMap(VaultKey::decoded);
            if (kept.isPresent()) {
                return kept.get();
            }
            String made = random();
            keychain.write(made);
            // Another process may have done the same at this moment.
            return keychain.read()
                    .flatMap(VaultKey::decoded)
                    .orElseThrow(() -> new IOException("The keychain forgets"));
        } catch (NoKeychainException none) {
            LOG.info("There is no keychain; the key is kept in a file. {}", String.valueOf(none.getMessage()));
            PrivateFiles.createOnce(file, random());
            return fromFile().orElseThrow(() -> new IOException("The key in " + file + " cannot be read"));
        }
    }

    private Optional<SecretKey> fromFile() throws IOException {
        try {
            return decoded(Files.readString(file).strip());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static String random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static Optional<SecretKey> decoded(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            return key.length == BYTES ? Optional.of(new SecretKeySpec(key, "AES")) : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
