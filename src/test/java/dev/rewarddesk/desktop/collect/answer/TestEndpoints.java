package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.settings.EndpointFile;
import dev.rewarddesk.settings.Endpoints;
import dev.rewarddesk.settings.vault.EndpointKeys;
import dev.rewarddesk.settings.vault.VaultKey;
import java.nio.file.Path;

/** A person's choice of endpoint in a folder of a test, its keys sealed there. */
final class TestEndpoints {

    private TestEndpoints() {}

    static Endpoints in(Path folder) {
        return new Endpoints(
                new EndpointFile(file(folder)),
                new EndpointKeys(folder.resolve("keys"), new VaultKey(new OwnKeychain(), folder.resolve("vault.key"))));
    }

    /** The file of the choice. */
    static Path file(Path folder) {
        return folder.resolve("endpoint.json");
    }
}
