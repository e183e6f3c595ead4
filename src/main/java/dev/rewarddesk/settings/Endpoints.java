package dev.rewarddesk.settings;

import dev.rewarddesk.settings.vault.EndpointKeys;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Whom this person has models' answers from: the choice in a file, its key in the vault. The same for every mouth of the program. */
public final class Endpoints {

    private final EndpointFile file;
    private final EndpointKeys keys;

    public Endpoints(EndpointFile file, EndpointKeys keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * What was chosen; empty where nothing was.
     *
     * @throws IOException where that cannot be known; the message is a sentence for people
     */
    public Optional<EndpointSettings> chosen() throws IOException {
        return file.load();
    }

    /** Chooses it, whole or not at all. */
    public void choose(EndpointSettings settings) throws IOException {
        file.save(settings);
    }

    /** Forgets what was chosen, with its key; that of a choice that cannot be read stays in the vault. */
    public void forget() throws IOException {
        Optional<EndpointSettings> before;
        try {
            before = chosen();
        } catch (IOException damaged) {
            before = Optional.empty();
        }
        if (before.isPresent()) {
            keys.forget(before.get().url());
        }
        file.forget();
    }

    /** The key of the endpoint at that address; empty where none is kept. */
    public Optional<String> key(URI endpoint) throws IOException {
        return keys.find(endpoint);
    }

    /** Keeps its key, sealed, in place of the former one. */
    public void keep(URI endpoint, String key) throws IOException {
        keys.keep(endpoint, key);
    }
}
