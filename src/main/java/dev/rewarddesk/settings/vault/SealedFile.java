package dev.rewarddesk.settings.vault;

import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A file whose content only this program reads, sealed with AES-GCM. It is bound to its name: a copy under another one does not
 * open.
 */
public final class SealedFile {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LARGEST = 1 << 20;

    private final Path file;
    private final VaultKey key;
    private final String name;
    private final Turn turn;

    /** @param name what the content is, such as the workspace that a session is of */
    public SealedFile(Path file, String name, VaultKey key) {
        this.file = file.toAbsolutePath().normalize();
        this.name = name;
        this.key = key;
        this.turn = new Turn(this.file);
    }

    /** The content; empty where there is none, or none that this key opens. */
    public Optional<byte[]> read() throws IOException {
        byte[] sealed;
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            sealed = Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        if (sealed.length < 1 + NONCE || sealed[0] != VERSION) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE));
            return Optional.of(cipher.doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE));
        } catch (GeneralSecurityException otherKeyOrDamaged) {
            return Optional.empty();
        }
    }

    /** Puts this content in place of the former one, whole or not at all. */
    public void write(byte[] content) throws IOException {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
            PrivateFiles.write(
                    file,
                    ByteBuffer.allocate(1 + NONCE + sealed.length)
                            .put(VERSION)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is part of every Java", impossible);
        }
    }

    /** Removes the content. */
    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Does the work while no other thread or process does theirs under this file's lock. May be nested in itself. */
    public <T> T alone(Supplier<T> work) throws IOException {
        return turn.take(work::get);
    }

    private Cipher cipher(int mode, byte[] nonce) throws IOException, GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
