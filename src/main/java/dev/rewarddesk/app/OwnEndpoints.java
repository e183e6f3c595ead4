package dev.rewarddesk.app;

import dev.rewarddesk.settings.EndpointFile;
import dev.rewarddesk.settings.Endpoints;
import dev.rewarddesk.settings.vault.EndpointKeys;
import dev.rewarddesk.settings.vault.Keychain;
import dev.rewarddesk.settings.vault.VaultKey;
import java.nio.file.Path;

/** Whom this person has models' answers from, as the desktop and the command line know it. */
final class OwnEndpoints {

    /** The name that the system's keychain knows their key by. */
    static final String KEYCHAIN = "endpoints";

    private OwnEndpoints() {}

    /** @param config the folder of the person's settings */
    static Endpoints in(Path config, Keychain keychain) {
        Path folder = config.resolve("endpoints");
        return new Endpoints(
                new EndpointFile(config.resolve("endpoint.json")),
                new EndpointKeys(folder, new VaultKey(keychain, folder.resolve("vault.key"))));
    }
}
