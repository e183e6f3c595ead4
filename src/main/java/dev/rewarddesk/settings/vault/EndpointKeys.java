package dev.rewarddesk.settings.vault;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The keys of models' endpoints, sealed on disk. Each is bound to its endpoint's address, so that no other gets it. */
public final class EndpointKeys {

    private final Path folder;
    private final VaultKey key;

    /** @param folder made when needed */
    public EndpointKeys(Path folder, VaultKey key) {
        this.folder = folder;
        this.key = key;
    }

    /** The key of the endpoint at that address; empty where none is kept, or none that can be opened. */
    public Optional<String> find(URI endpoint) throws IOException {
        return file(endpoint).read().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Keeps a key in place of the former one. */
    public void keep(URI endpoint, String secret) throws IOException {
        file(endpoint).write(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets the key. */
    public void forget(URI endpoint) throws IOException {
        file(endpoint).delete();
    }

    private SealedFile file(URI endpoint) {
        String name = "endpoint " + endpoint;
        return new SealedFile(
                folder.resolve(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + ".key"), name, key);
    }
}
