package dev.rewarddesk.settings.vault;

import java.util.Optional;

/** A place for one short secret that others on this machine cannot read, such as the system's keychain. */
public interface Keychain {

    /**
     * The secret; empty where none is kept yet.
     *
     * @throws NoKeychainException when this machine has none, or it stays closed
     */
    Optional<String> read() throws NoKeychainException;

    /**
     * Keeps the secret in place of the former one.
     *
     * @throws NoKeychainException when it could not be kept
     */
    void write(String secret) throws NoKeychainException;
}
