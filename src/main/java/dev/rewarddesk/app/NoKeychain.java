package dev.rewarddesk.app;

import dev.rewarddesk.settings.vault.Keychain;
import dev.rewarddesk.settings.vault.NoKeychainException;
import java.util.Optional;

/** For what must leave nothing in the person's keychain. */
record NoKeychain() implements Keychain {

    @Override
    public Optional<String> read() throws NoKeychainException {
        throw new NoKeychainException("None is used here", null);
    }

    @Override
    public void write(String secret) throws NoKeychainException {
        throw new NoKeychainException("None is used here", null);
    }
}
