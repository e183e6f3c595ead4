package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.settings.vault.Keychain;
import java.util.Optional;

/** A keychain of a test's own, for one process. */
final class OwnKeychain implements Keychain {

    private Optional<String> kept = Optional.empty();

    @Override
    public Optional<String> read() {
        return kept;
    }

    @Override
    public void write(String secret) {
        kept = Optional.of(secret);
    }
}
